import { useState } from 'react'
import { apiPost } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { civilDay } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { serverNow } from '../../app/server-clock.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { ruleSheetsMessages } from './messages.ts'
import { verdictOf, type Count, type Resolution } from './sheet.ts'
import './rule-sheets.css'

interface Draft extends Count {
  date: string | null
  effectiveFrom: string | null
}

interface Body {
  resolution: Resolution
  effectiveFrom: string
}

const noNumbers = { date: null, eligible: null, present: null, for: null, against: null }
const counts = ['eligible', 'present', 'for', 'against'] as const

/** The numbers of the meeting that adopted a draft, with what they mean said as they are entered. */
export function AdoptForm({
  ruleSheetId,
  onAdopted,
}: {
  ruleSheetId: string
  onAdopted: () => void
}) {
  const t = useT(ruleSheetsMessages)
  const today = civilDay(serverNow())
  const [draft, setDraft, clear] = useDraft<Draft>(`adoption.${ruleSheetId}`, {
    ...noNumbers,
    effectiveFrom: today,
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
  const body = bodyOf(draft)
  const verdict = verdictOf(draft)
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        if (body !== null) adopt.mutate(body)
      }}
    >
      <DateField
        label={t('date')}
        max={today}
        value={draft.date}
        onChange={(date) => change({ date })}
      />
      <div className="vote-counts">
        {counts.map((name) => (
          <NumberField
            key={name}
            label={t(name)}
            unit={t('people')}
            whole
            value={draft[name]}
            onChange={(value) => change({ [name]: value })}
          />
        ))}
      </div>
      {verdict !== 'incomplete' && (
        <Notice kind={verdict === 'carried' ? 'done' : 'waiting'}>{t(verdict)}</Notice>
      )}
      <DateField
        label={t('effectiveFrom')}
        hint={t('effectiveHint')}
        value={draft.effectiveFrom}
        onChange={(effectiveFrom) => change({ effectiveFrom })}
      />
      {isAsked && body === null && <Notice kind="wrong">{t('incomplete')}</Notice>}
      <ProblemNotice error={adopt.error} />
      <Button kind="primary" submit wide busy={adopt.isPending}>
        {t('confirmAdopt')}
      </Button>
    </Form>
  )
}

function bodyOf({ date, effectiveFrom, ...count }: Draft): Body | null {
  const { eligible, present, for: inFavour, against } = count
  if (date === null || effectiveFrom === null || eligible === null) return null
  if (present === null || inFavour === null || against === null) return null
  return { resolution: { date, eligible, present, for: inFavour, against }, effectiveFrom }
}
