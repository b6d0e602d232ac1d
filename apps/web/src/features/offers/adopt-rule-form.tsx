import { civilDay, type Body } from '@azalea/client'
import { checkResolution, type Resolution } from '@azalea/scoring'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { serverNow } from '../../app/server-clock.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { VerdictChoice } from '../../ui/verdict-choice.tsx'
import { ruleMessages } from './rule-messages.ts'

type Vote = Body<'/api/order-rules/{id}/adopt'>['resolution']
type Meeting = Resolution['body']
const meetings = ['adults', 'households', 'delegates'] as const satisfies readonly Meeting[]
const counts = ['eligible', 'present', 'for', 'against'] as const

interface Draft extends Record<(typeof counts)[number], number | null> {
  body: Meeting | null
  date: string | null
}

const empty: Draft = {
  body: null,
  date: null,
  eligible: null,
  present: null,
  for: null,
  against: null,
}

/** The numbers of the meeting that adopted a rule; what the law says of them is said as they are entered. */
export function AdoptRuleForm({ orderRuleId }: { orderRuleId: string }) {
  const t = useT(ruleMessages)
  const [draft, setDraft, clear] = useDraft<Draft>(`order-rule.${orderRuleId}`, empty)
  const [isAsked, setAsked] = useState(false)
  const adopt = useCommand(
    (resolution: Vote, idempotencyKey) =>
      post('/api/order-rules/{id}/adopt', { id: orderRuleId }, { resolution }, { idempotencyKey }),
    clear,
  )
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const vote = voteOf(draft)
  return (
    <details>
      <summary>{t('adopt')}</summary>
      <Form
        onSubmit={() => {
          setAsked(true)
          if (vote !== null) adopt.mutate(vote)
        }}
      >
        <p className="soft">{t('adoptHint')}</p>
        <VerdictChoice
          label={t('meeting')}
          value={draft.body}
          isAsked={isAsked}
          options={meetings.map((value) => ({ value, label: t(`meeting_${value}`) }))}
          onChange={(body) => change({ body })}
        />
        <DateField
          label={t('voteDate')}
          max={civilDay(serverNow())}
          error={isAsked && draft.date === null ? t('fieldMissing') : undefined}
          value={draft.date}
          onChange={(date) => change({ date })}
        />
        {counts.map((name) => (
          <NumberField
            key={name}
            whole
            label={t(`count_${name}`)}
            error={isAsked && draft[name] === null ? t('fieldMissing') : undefined}
            value={draft[name]}
            onChange={(value) => change({ [name]: value })}
          />
        ))}
        {vote !== null && <Carried vote={vote} />}
        <ProblemNotice error={adopt.error} />
        <Button kind="primary" submit busy={adopt.isPending}>
          {t('adoptSend')}
        </Button>
      </Form>
    </details>
  )
}

/** What the numbers mean, by the rule that the server applies too. */
function Carried({ vote }: { vote: Vote }) {
  const t = useT(ruleMessages)
  const language = useLanguage()
  const { date: heldOn, body = 'adults', eligible, present, for: votesFor, against } = vote
  const counted = { heldOn, body, eligible, present, votesFor, votesAgainst: against }
  const [problem] = checkResolution(counted)
  if (problem === undefined) return <Notice kind="done">{t('carried')}</Notice>
  return <Notice kind="waiting">{language === 'zh' ? problem.messageZh : problem.messageEn}</Notice>
}

function voteOf({ body, date, eligible, present, for: votesFor, against }: Draft): Vote | null {
  if (body === null || date === null || eligible === null || present === null) return null
  if (votesFor === null || against === null) return null
  return { body, date, eligible, present, for: votesFor, against }
}
