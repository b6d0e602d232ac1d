import { useLocation } from 'wouter'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Page } from '../../ui/page.tsx'
import { activitiesMessages } from './messages.ts'
import { ProposalForm } from './proposal-form.tsx'
import { emptyProposal, type ProposalBody } from './proposal.ts'

/** 我要发起: a villager proposes an activity, which the committee then decides. */
export function ProposePage() {
  const t = useT(activitiesMessages)
  const [, navigate] = useLocation()
  const [draft, setDraft, clear] = useDraft('activity.new', emptyProposal)
  const propose = useCommand(
    (body: ProposalBody, idempotencyKey) => post('/api/activities', {}, body, { idempotencyKey }),
    ({ activityId }) => {
      clear()
      navigate(`/activities/${activityId}`, { replace: true })
    },
  )
  return (
    <Page title={t('proposeTitle')} lead={t('proposeLead')} back="/activities">
      <ProposalForm
        draft={draft}
        onChange={setDraft}
        onSubmit={(body) => propose.mutate(body)}
        busy={propose.isPending}
        error={propose.error}
        submitLabel={t('proposeSend')}
      />
    </Page>
  )
}
