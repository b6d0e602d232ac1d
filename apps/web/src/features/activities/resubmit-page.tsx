import { useLocation, useParams } from 'wouter'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Activity } from './activity.ts'
import { activitiesMessages } from './messages.ts'
import { ProposalForm } from './proposal-form.tsx'
import { draftOf, type ProposalBody } from './proposal.ts'
import { useActivity } from './use-activity.ts'

/** A proposal that the committee sent back, with its words beside the form. */
export function ResubmitPage() {
  const t = useT(activitiesMessages)
  const { id = '' } = useParams()
  const activity = useActivity(id)
  return (
    <Page title={t('resubmitTitle')} back={`/activities/${id}`}>
      {activity.isPending && <Skeleton count={5} />}
      {activity.isError && (
        <ErrorState error={activity.error} onRetry={() => void activity.refetch()} />
      )}
      {activity.isSuccess && <Resubmit activity={activity.data} />}
    </Page>
  )
}

function Resubmit({ activity }: { activity: Activity }) {
  const t = useT(activitiesMessages)
  const [, navigate] = useLocation()
  const { activityId, leaderId } = activity
  const [draft, setDraft, clear] = useDraft(`activity.${activityId}`, draftOf(activity))
  const resubmit = useCommand(
    (body: ProposalBody, idempotencyKey) =>
      post(
        '/api/activities/{id}/resubmit',
        { id: activityId },
        { ...body, leaderId },
        { idempotencyKey },
      ),
    () => {
      clear()
      navigate(`/activities/${activityId}`, { replace: true })
    },
  )
  const words = activity.decision?.words ?? null
  if (!activity.may.resubmit) return <Notice>{t('resubmitNot')}</Notice>
  return (
    <>
      {words !== null && <Notice kind="wrong">{t('committeeWords', { words })}</Notice>}
      <ProposalForm
        draft={draft}
        onChange={setDraft}
        onSubmit={(body) => resubmit.mutate(body)}
        busy={resubmit.isPending}
        error={resubmit.error}
        submitLabel={t('resubmitSend')}
      />
    </>
  )
}
