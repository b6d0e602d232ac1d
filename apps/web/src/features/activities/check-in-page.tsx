import { MapPinIcon } from '@phosphor-icons/react/dist/csr/MapPin'
import { useQueries } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { useT } from '../../ui/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { MyShift } from './activity.ts'
import { activitiesMessages } from './messages.ts'
import { PresenceForm } from './presence-form.tsx'
import { activityOf } from './use-activity.ts'

/**
 * Where the code of a post or an activity leads: the reader's own shift there, to check in to or
 * out of. `#/check-in/<post|activity|shift>/<id>?code=123456`.
 */
export function CheckInPage() {
  const t = useT(activitiesMessages)
  const { way = '', id = '' } = useParams()
  const [search] = useSearchParams()
  const here = useShiftsHere(way, id)
  return (
    <Page title={t('presence')} back="/activities?tab=mine">
      {here.isPending && <Skeleton of="text" count={3} />}
      {here.error !== null && <ErrorState error={here.error} onRetry={here.retry} />}
      {here.shifts?.now.map((shift) => (
        <PresenceForm key={shift.shiftId} shift={shift} code={search.get('code') ?? ''} />
      ))}
      {here.shifts?.now.length === 0 && <NothingHere upcoming={here.shifts.upcoming} />}
    </Page>
  )
}

function NothingHere({ upcoming }: { upcoming: readonly MyShift[] }) {
  const t = useT(activitiesMessages)
  const next = upcoming[0]
  if (next !== undefined) {
    return (
      <Notice kind="waiting">
        <Sentence text={t('opensLater', { title: next.title })} at={next.checkIn.opensAt} />
      </Notice>
    )
  }
  return (
    <EmptyState icon={MapPinIcon} title={t('noShiftHere')} hint={t('noShiftHereHint')}>
      <LinkButton to="/activities">{t('seeActivities')}</LinkButton>
    </EmptyState>
  )
}

interface ShiftsHere {
  isPending: boolean
  error: Error | null
  retry: () => void
  shifts: { now: readonly MyShift[]; upcoming: readonly MyShift[] } | undefined
}

/** The reader's shifts at a place. Which post a shift is at only its activity says. */
function useShiftsHere(way: string, id: string): ShiftsHere {
  const mine = useAnswer(
    '/api/me/shifts',
    {},
    {
      staleTime: 0,
    },
  )
  const all = [...(mine.data?.now ?? []), ...(mine.data?.upcoming ?? [])]
  const activityIds = way === 'post' ? [...new Set(all.map((one) => one.activityId))] : []
  const activities = useQueries({ queries: activityIds.map((one) => activityOf(one)) })
  const postOf = new Map(
    activities.flatMap(({ data }) =>
      (data?.shifts ?? []).map((shift) => [shift.shiftId, shift.postSubjectId] as const),
    ),
  )
  const isHere = ({ shiftId, activityId, postLabel }: MyShift): boolean => {
    if (way === 'shift') return shiftId === id
    if (way === 'activity') return activityId === id
    // Without a network the activity may be unread; the code then decides whether it is the place.
    const post = postOf.get(shiftId)
    return post === undefined ? postLabel !== null : post === id
  }
  const isPending = mine.isPending || activities.some((activity) => activity.isPending)
  return {
    isPending,
    error: mine.error,
    retry: () => void mine.refetch(),
    shifts:
      mine.data === undefined || isPending
        ? undefined
        : { now: mine.data.now.filter(isHere), upcoming: mine.data.upcoming.filter(isHere) },
  }
}
