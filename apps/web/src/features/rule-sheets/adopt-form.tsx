import { useState } from 'react'
import { apiPost } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { civilDay } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { serverNow } from '../../app/server-clock.ts'
import { useLanguage } from '../../app/settings.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { itemName } from './findings.tsx'
import { ruleSheetsMessages } from './messages.ts'
import { verdictOf, type Count, type LintAnswer, type Resolution, type SheetView } from './sheet.ts'
import './rule-sheets.css'

interface Draft extends Count {
  date: string | null
  effectiveFrom: string | null
  /** By the item's ref. */
  answers: Record<string, string>
}

interface Body {
  resolution: Resolution
  effectiveFrom: string
  lintAnswers: LintAnswer[]
}

const noNumbers = { date: null, eligible: null, present: null, for: null, against: null }
const counts = ['eligible', 'present', 'for', 'against'] as const

/** The numbers of the meeting that adopted a draft, with what they mean said as they are entered. */
export function AdoptForm({ view, onAdopted }: { view: SheetView; onAdopted: () => void }) {
  const { ruleSheetId, findings } = view
  const t = useT(ruleSheetsMessages)
  const language = useLanguage()
  const today = civilDay(serverNow())
  const [draft, setDraft, clear] = useDraft<Draft>(`adoption.${ruleSheetId}`, {
    ...noNumbers,
    effectiveFrom: today,
    answers: {},
  })
  const [isAsked, setAsked] = useState(false)
  const adopt = useCommand(
    (body: Body, idempotencyKey) =>
      apiPost(`/api/rule-sheets/${ruleSheetId}/adopt`, body, { idempotencyKey }),
    () => {
      clear()
      onAdopted()
    },
  )
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const answers = findings.map(({ ref }) => ({ ref, reason: (draft.answers[ref] ?? '').trim() }))
  const isAnswered = answers.every(({ reason }) => reason !== '')
  const body = bodyOf(draft, answers)
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        if (body !== null && isAnswered) adopt.mutate(body)
      }}
    >
      <DateField
        label={t('date')}
        max={today}
        value={draft.date}
        onChange={(date) => change({ date })}
      />
      <VoteCounts draft={draft} onChange={change} />
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
      <Button kind="primary" submit wide busy={adopt.isPending}>
        {t('confirmAdopt')}
      </Button>
    </Form>
  )
}

/** Who was there and how they voted, with what that means. */
function VoteCounts({
  draft,
  onChange,
}: {
  draft: Draft
  onChange: (part: Partial<Draft>) => void
}) {
  const t = useT(ruleSheetsMessages)
  const verdict = verdictOf(draft)
  return (
    <>
      <div className="vote-counts">
        {counts.map((name) => (
          <NumberField
            key={name}
            label={t(name)}
            unit={t('people')}
            whole
            value={draft[name]}
            onChange={(value) => onChange({ [name]: value })}
          />
        ))}
      </div>
      {verdict !== 'incomplete' && (
        <Notice kind={verdict === 'carried' ? 'done' : 'waiting'}>{t(verdict)}</Notice>
      )}
    </>
  )
}

function bodyOf({ date, effectiveFrom, ...count }: Draft, lintAnswers: LintAnswer[]): Body | null {
  const { eligible, present, for: inFavour, against } = count
  if (date === null || effectiveFrom === null || eligible === null) return null
  if (present === null || inFavour === null || against === null) return null
  return {
    resolution: { date, eligible, present, for: inFavour, against },
    effectiveFrom,
    lintAnswers,
  }
}
