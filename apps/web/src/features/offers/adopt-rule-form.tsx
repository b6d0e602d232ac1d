import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useCommand } from '../../app/use-command.ts'
import { emptyVote, voteOf, type Vote, type VoteDraft } from '../../app/vote.ts'
import { VoteFields } from '../../app/vote-fields.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { ruleMessages } from './rule-messages.ts'

/** The numbers of the meeting that adopted a rule; what the law says of them is said as they are entered. */
export function AdoptRuleForm({ orderRuleId }: { orderRuleId: string }) {
  const t = useT(ruleMessages)
  const [draft, setDraft, clear] = useDraft<VoteDraft>(`order-rule.${orderRuleId}`, emptyVote)
  const [isAsked, setAsked] = useState(false)
  const adopt = useCommand(
    (resolution: Vote, idempotencyKey) =>
      post('/api/order-rules/{id}/adopt', { id: orderRuleId }, { resolution }, { idempotencyKey }),
    clear,
  )
  const change = (part: Partial<VoteDraft>) => setDraft((before) => ({ ...before, ...part }))
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
        <VoteFields draft={draft} isAsked={isAsked} onChange={change} />
        <ProblemNotice error={adopt.error} />
        <Button kind="primary" submit busy={adopt.isPending}>
          {t('adoptSend')}
        </Button>
      </Form>
    </details>
  )
}
