import type { Answer } from '@azalea/client'
import { useQueries } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { post } from '../../app/api.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Activity, Present, Shift } from './activity.ts'
import { attendanceOf } from './attendance-list.tsx'
import { activitiesMessages } from './messages.ts'

/** It brings the whole calibration with it. */
const AboutAwarded = lazyPage(() => import('./about-awarded.tsx').then((m) => m.AboutAwarded))

/** Each list is a question to the server; a watch of a week has hundreds of shifts. */
const mostListedShifts = 24

type Closed = Answer<'/api/activities/{id}/close', 'post'>

/** The end of an activity: what everybody gets, first about, then as it was awarded. */
export function CloseActivity({ activity }: { activity: Activity }) {
  const t = useT(activitiesMessages)
  const format = useFormat()
  const [closed, setClosed] = useState<Closed | null>(null)
  if (closed !== null) {
    const { awards, pointsHundredths } = closed
    return (
      <Notice kind="done">
        {t('closedWith', { count: awards, points: format.points(pointsHundredths) })}
      </Notice>
    )
  }
  if (activity.state === 'closed') return <Notice>{t('closedAlready')}</Notice>
  if (activity.state !== 'approved') return null
  return (
    <Section title={t('closeTitle')}>
      {activity.may.close ? (
        <Closing activity={activity} onClosed={setClosed} />
      ) : (
        <p className="soft">
          <Sentence text={t('closeLater')} at={activity.endsAt} />
        </p>
      )}
    </Section>
  )
}

function Closing({
  activity,
  onClosed,
}: {
  activity: Activity
  onClosed: (closed: Closed) => void
}) {
  const t = useT(activitiesMessages)
  const isListed = activity.shifts.length <= mostListedShifts
  const present = usePresent(isListed ? activity.shifts : [])
  const close = useCommand(
    (activityId: string, idempotencyKey) =>
      post('/api/activities/{id}/close', { id: activityId }, undefined, { idempotencyKey }),
    onClosed,
  )
  const stillIn = present.filter(({ attendee }) => attendee.checkedOutAt === null).length
  const unscored = present.filter(
    ({ attendee, asksScore }) => asksScore && attendee.leaderScore === null,
  ).length
  return (
    <>
      {present.length > 0 && (
        <Suspense fallback={<Skeleton count={present.length} />}>
          <AboutAwarded activity={activity} present={present} />
        </Suspense>
      )}
      {stillIn > 0 && <Notice kind="waiting">{t('stillIn', { count: stillIn })}</Notice>}
      {stillIn === 0 && unscored > 0 && (
        <Notice kind="waiting">{t('unscored', { count: unscored })}</Notice>
      )}
      <p className="soft">
        {isListed && present.length === 0 ? t('closeNobody') : t('closeWords')}
      </p>
      {!isListed && <p className="soft">{t('closeMany')}</p>}
      <ProblemNotice error={close.error} />
      <Button
        kind="primary"
        wide
        busy={close.isPending}
        disabled={stillIn > 0 || unscored > 0}
        onClick={() => close.mutate(activity.activityId)}
      >
        {t('close')}
      </Button>
    </>
  )
}

/** All who came, over all shifts. */
function usePresent(shifts: readonly Shift[]): readonly Present[] {
  const lists = useQueries({
    queries: shifts.map(({ shiftId }) => attendanceOf(shiftId)),
  })
  return shifts.flatMap((shift, index) =>
    (lists[index]?.data?.items ?? [])
      .filter(({ checkedInAt }) => checkedInAt !== null)
      .map((attendee) => ({ attendee, shift, asksScore: lists[index]?.data?.asksScore ?? true })),
  )
}
