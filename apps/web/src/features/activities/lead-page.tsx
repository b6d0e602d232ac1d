import { useState } from 'react'
import { useParams } from 'wouter'
import { useT } from '../../ui/i18n.ts'
import { useNow } from '../../app/use-now.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Span } from '../../ui/when.tsx'
import type { Activity } from './activity.ts'
import { AttendanceList } from './attendance-list.tsx'
import { CloseActivity } from './close-activity.tsx'
import { isAround } from './is-around.ts'
import { activitiesMessages } from './messages.ts'
import { PlaceCode } from './place-code.tsx'
import { nearestShift } from './shift-choice.ts'
import { ShiftPicker } from './shift-picker.tsx'
import { useActivity } from './use-activity.ts'

/** The leader's page: the code to show, who is there, what each one's work was worth, the end. */
export function LeadPage() {
  const t = useT(activitiesMessages)
  const { id = '' } = useParams()
  const activity = useActivity(id)
  return (
    <Page
      title={activity.data?.title ?? t('leadTitle')}
      lead={activity.isSuccess ? t('leadTitle') : undefined}
      back={`/activities/${id}`}
    >
      {activity.isPending && <Skeleton count={5} />}
      {activity.isError && (
        <ErrorState error={activity.error} onRetry={() => void activity.refetch()} />
      )}
      {activity.isSuccess && <Lead activity={activity.data} />}
    </Page>
  )
}

function Lead({ activity }: { activity: Activity }) {
  const t = useT(activitiesMessages)
  const now = useNow()
  const [chosenId, setChosenId] = useState(() => nearestShift(activity.shifts, now)?.shiftId)
  const shift = activity.shifts.find(({ shiftId }) => shiftId === chosenId)
  if (shift === undefined) return null
  const isOn = activity.state === 'approved' && isAround(shift, now)
  return (
    <>
      {activity.shifts.length > 1 && (
        <ShiftPicker
          shifts={activity.shifts}
          chosen={shift}
          onChoose={({ shiftId }) => setChosenId(shiftId)}
        />
      )}
      {isOn && (
        <Section title={t('codeNow')}>
          <PlaceCode
            key={shift.shiftId}
            {...(shift.postSubjectId === null
              ? { way: 'activities', id: activity.activityId }
              : { way: 'posts', id: shift.postSubjectId })}
          />
        </Section>
      )}
      <Section title={t('attendance')} aside={<Span from={shift.startsAt} to={shift.endsAt} />}>
        <AttendanceList shift={shift} isOpen={activity.state === 'approved'} />
      </Section>
      <CloseActivity activity={activity} />
    </>
  )
}
