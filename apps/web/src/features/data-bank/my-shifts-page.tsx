import { CalendarCheckIcon } from '@phosphor-icons/react/dist/csr/CalendarCheck'
import { usePages } from '../../app/use-pages.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Span } from '../../ui/when.tsx'
import type { MyShift } from './data-bank.ts'
import { dataBankMessages } from './messages.ts'

/** My shifts: on now, to come, and behind me. */
export function MyShiftsPage() {
  const t = useT(dataBankMessages)
  const shifts = usePages('/api/me/shifts', {}, { next: (page) => page.past.nextCursor })
  const first = shifts.data?.pages[0]
  const past = shifts.data?.pages.flatMap((page) => page.past.items) ?? []
  const isNone = first !== undefined && first.now.length + first.upcoming.length + past.length === 0
  return (
    <Page title={t('shifts')} back="/me">
      {shifts.isPending && <Skeleton count={5} />}
      {shifts.isError && <ErrorState error={shifts.error} onRetry={() => void shifts.refetch()} />}
      {isNone && (
        <EmptyState icon={CalendarCheckIcon} title={t('noShifts')} hint={t('noShiftsHint')}>
          <LinkButton to="/activities">{t('seeActivities')}</LinkButton>
        </EmptyState>
      )}
      <Part title={t('shiftsNow')} shifts={first?.now ?? []} />
      <Part title={t('shiftsUpcoming')} shifts={first?.upcoming ?? []} />
      <Part title={t('shiftsPast')} shifts={past} />
      {shifts.hasNextPage && (
        <Pager
          hasMore
          loading={shifts.isFetchingNextPage}
          onMore={() => void shifts.fetchNextPage()}
        />
      )}
    </Page>
  )
}

function Part({ title, shifts }: { title: string; shifts: readonly MyShift[] }) {
  if (shifts.length === 0) return null
  return (
    <Section title={title}>
      <List label={title}>
        {shifts.map((shift) => (
          <ListRow
            key={shift.shiftId}
            title={shift.title}
            note={
              <>
                <Span from={shift.startsAt} to={shift.endsAt} />
                <span>{shift.postLabel ?? shift.place}</span>
                <ShiftState shift={shift} />
              </>
            }
            to={
              shift.checkIn.isOpen || shift.attendance?.checkedOutAt === null
                ? `/check-in/shift/${shift.shiftId}`
                : `/activities/${shift.activityId}`
            }
          />
        ))}
      </List>
    </Section>
  )
}

function ShiftState({ shift: { state, attendance, checkIn } }: { shift: MyShift }) {
  const t = useT(dataBankMessages)
  const format = useFormat()
  if (state === 'waiting') return <StateBadge tone="waiting">{t('shiftWaiting')}</StateBadge>
  if (attendance === null) {
    return checkIn.isOpen ? <StateBadge tone="waiting">{t('shiftCheckIn')}</StateBadge> : null
  }
  if (attendance.checkedOutAt === null) {
    return <StateBadge tone="done">{t('shiftIn')}</StateBadge>
  }
  const time = format.minutes(attendance.minutes ?? 0)
  return (
    <StateBadge tone="done">
      {attendance.leaderScore === null
        ? time
        : t('shiftScored', { time, score: attendance.leaderScore })}
    </StateBadge>
  )
}
