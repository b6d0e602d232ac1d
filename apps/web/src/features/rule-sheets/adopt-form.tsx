import { civilDay } from '@azalea/client'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { emptyVote, voteOf, type VoteDraft } from '../../app/vote.ts'
import { VoteFields } from '../../app/vote-fields.tsx'
import { uploadOf } from '../../app/upload-of.ts'
import { useT } from '../../ui/i18n.ts'
import { serverNow } from '../../app/server-clock.ts'
import { useLanguage } from '../../ui/settings.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PhotoField } from '../../ui/photo-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { itemName } from './findings.tsx'
import { ruleSheetsMessages } from './messages.ts'
import { type LintAnswer, type Resolution, type SheetView } from './sheet.ts'
import './rule-sheets.css'

interface Draft extends VoteDraft {
  effectiveFrom: string | null
  /** By the item's ref. */
  answers: Record<string, string>
}

interface Adoption {
  resolution: Resolution
  effectiveFrom: string
  lintAnswers: LintAnswer[]
}

/** The numbers of the meeting that adopted a draft, with what they mean said as they are entered. */
export function AdoptForm({ view, onAdopted }: { view: SheetView; onAdopted: () => void }) {
  const { ruleSheetId, findings } = view
  const t = useT(ruleSheetsMessages)
  const language = useLanguage()
  const today = civilDay(serverNow())
  const [draft, setDraft, clear] = useDraft<Draft>(`adoption.${ruleSheetId}`, {
    ...emptyVote,
    effectiveFrom: today,
    answers: {},
  })
  const [minutes, setMinutes] = useState<File | null>(null)
  const [isAsked, setAsked] = useState(false)
  const adopt = useAdopt(ruleSheetId, () => {
    clear()
    onAdopted()
  })
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const answers = findings.map(({ ref }) => ({ ref, reason: (draft.answers[ref] ?? '').trim() }))
  const isAnswered = answers.every(({ reason }) => reason !== '')
  const body = bodyOf(draft, answers)
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        if (body !== null && isAnswered) adopt.send(body, minutes)
      }}
    >
      <VoteFields draft={draft} isAsked={isAsked} onChange={change} />
      <PhotoField
        label={t('minutes')}
        hint={t('minutesHint')}
        optional
        value={minutes}
        onChange={setMinutes}
      />
      <DateField
        label={t('effectiveFrom')}
        hint={t('effectiveHint')}
        value={draft.effectiveFrom}
        onChange={(effectiveFrom) => change({ effectiveFrom })}
      />
      {findings.map(({ ref }) => (
        <TextField
          key={ref}
          label={t('answerLabel', { item: itemName(view, ref, language) })}
          value={draft.answers[ref] ?? ''}
          onChange={(reason) => change({ answers: { ...draft.answers, [ref]: reason } })}
        />
      ))}
      {isAsked && body === null && <Notice kind="wrong">{t('incomplete')}</Notice>}
      {isAsked && !isAnswered && <Notice kind="wrong">{t('answersMissing')}</Notice>}
      <ProblemNotice error={adopt.error} />
      <Button kind="primary" submit wide busy={adopt.busy}>
        {t('confirmAdopt')}
      </Button>
    </Form>
  )
}

/** Sends the picture of the minutes first, if there is one; each has its own key. */
function useAdopt(ruleSheetId: string, onDone: () => void) {
  const adopt = useCommand(
    (body: Adoption, idempotencyKey) =>
      post('/api/rule-sheets/{id}/adopt', { id: ruleSheetId }, body, { idempotencyKey }),
    onDone,
  )
  const upload = useCommand(
    // The sign tells two pictures apart, which the comparison of intents cannot.
    ({ minutes }: { minutes: File; sign: string; body: Adoption }, idempotencyKey) =>
      post('/api/photos', {}, uploadOf(minutes), { idempotencyKey }),
    ({ fileId: minutesFileId }, { body }) =>
      adopt.mutate({ ...body, resolution: { ...body.resolution, minutesFileId } }),
  )
  return {
    send: (body: Adoption, minutes: File | null) => {
      if (minutes === null) return adopt.mutate(body)
      const sign = `${minutes.name} ${minutes.size} ${minutes.lastModified}`
      upload.mutate({ minutes, sign, body })
    },
    error: upload.error ?? adopt.error,
    busy: upload.isPending || adopt.isPending,
  }
}

function bodyOf({ effectiveFrom, ...vote }: Draft, lintAnswers: LintAnswer[]): Adoption | null {
  const resolution = voteOf(vote)
  if (resolution === null || effectiveFrom === null) return null
  return { resolution, effectiveFrom, lintAnswers }
}
