import { Link, useParams } from 'wouter'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Span, Until } from '../../ui/when.tsx'
import { stateTones } from './activity-list.tsx'
import type { Activity } from './activity.ts'
import { CancelActivity } from './cancel-activity.tsx'
import { activitiesMessages } from './messages.ts'
import { ShiftList } from './shift-list.tsx'
import { useActivity } from './use-activity.ts'
import { SheetWords } from '../../ui/sheet-words.tsx'

/** One activity: what, when, where, what it earns, and its shifts to sign up for. */
export function ActivityPage() {
  const t = useT(activitiesMessages)
  const { id = '' } = useParams()
  const activity = useActivity(id)
  if (activity.isSuccess) return <Shown activity={activity.data} />
  return (
    <Page title={t('activity')} back="/activities">
      {activity.isError ? (
        <ErrorState error={activity.error} onRetry={() => void activity.refetch()} />
      ) : (
        <>
          <Skeleton of="text" count={4} />
          <Skeleton count={2} />
        </>
      )}
    </Page>
  )
}

function Shown({ activity }: { activity: Activity }) {
  const t = useT(activitiesMessages)
  const { may, activityId, state } = activity
  return (
    <Page
      title={activity.title}
      back="/activities"
      lead={<StateBadge tone={stateTones[state]}>{t(`state_${state}`)}</StateBadge>}
    >
      <StateNotice activity={activity} />
      {may.decide && (
        <LinkButton to={`/workbench/activities/${activityId}`} kind="primary" wide>
          {t('decideLink')}
        </LinkButton>
      )}
      {(may.lead || may.close) && (
        <LinkButton to={`/activities/${activityId}/lead`} kind="secondary" wide>
          {t('leadLink')}
        </LinkButton>
      )}
      <ActivityFacts activity={activity} />
      {activity.description !== '' && <p className="activity-words">{activity.description}</p>}
      <Section title={t('shifts')}>
        <ShiftList activity={activity} />
      </Section>
      {may.cancel && <CancelActivity activityId={activityId} />}
    </Page>
  )
}

/** What the committee said, or that it has not yet said anything. */
function StateNotice({ activity }: { activity: Activity }) {
  const t = useT(activitiesMessages)
  const { state, decision, may, activityId } = activity
  if (state === 'approved' || state === 'closed') return null
  const words = decision?.words ?? null
  return (
    <Notice
      kind={state === 'proposed' ? 'waiting' : state === 'sent_back' ? 'wrong' : 'info'}
      {...(may.resubmit
        ? {
            actions: (
              <LinkButton to={`/activities/${activityId}/edit`} kind="primary">
                {t('resubmit')}
              </LinkButton>
            ),
          }
        : {})}
    >
      {t(`stateWords_${state}`)}
      {words !== null && state !== 'proposed' && (
        <>
          <br />
          {t('committeeWords', { words })}
        </>
      )}
    </Notice>
  )
}

function ActivityFacts({ activity }: { activity: Activity }) {
  const t = useT(activitiesMessages)
  const { leaderName, initiatorName } = activity
  return (
    <Facts
      facts={[
        { label: t('when'), value: <Span from={activity.startsAt} to={activity.endsAt} /> },
        { label: t('where'), value: activity.place },
        { label: t('leader'), value: leaderName },
        { label: t('initiator'), value: initiatorName === leaderName ? null : initiatorName },
        { label: t('earns'), value: <Earns activity={activity} /> },
        {
          label: t('signUpUntil'),
          value: activity.state === 'approved' ? <Until at={activity.signUpClosesAt} /> : null,
        },
      ]}
    />
  )
}

function Earns({ activity: { pointsPreview, itemName, itemRef } }: { activity: Activity }) {
  const t = useT(activitiesMessages)
  const format = useFormat()
  const rule = (
    <Link href={`/rules?item=${encodeURIComponent(itemRef)}`} className="small">
      <SheetWords text={t('ruleLink', { item: itemName })} />
    </Link>
  )
  if (pointsPreview === null) return rule
  const { pointsHundredths, minutes } = pointsPreview
  const points = format.points(pointsHundredths)
  return (
    <>
      <strong>
        {minutes === null
          ? t('earnsEach', { points, count: pointsHundredths / 100 })
          : t('earnsFor', { points, time: format.minutes(minutes) })}
      </strong>
      <br />
      <span className="soft small">{t('earnsBefore')}</span> {rule}
    </>
  )
}
