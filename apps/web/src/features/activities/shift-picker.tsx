import { civilDay } from '@azalea/client'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { SelectField } from '../../ui/select-field.tsx'
import type { Shift } from './activity.ts'
import { activitiesMessages } from './messages.ts'
import { daysOf, mostAtOnce, moveTo, postsOf, shiftsAt } from './shift-choice.ts'

/** One shift of an activity; where there are many, first the day and the post. */
export function ShiftPicker({
  shifts,
  chosen,
  onChoose,
}: {
  shifts: readonly Shift[]
  chosen: Shift
  onChoose: (shift: Shift) => void
}) {
  const t = useT(activitiesMessages)
  const isMany = shifts.length > mostAtOnce
  const day = civilDay(chosen.startsAt)
  const listed = isMany ? shiftsAt(shifts, day, chosen.postSubjectId) : shifts
  return (
    <div className="shift-picker">
      {isMany && <DayAndPost shifts={shifts} chosen={chosen} onChoose={onChoose} />}
      {listed.length > 1 && (
        <ShiftField
          label={t('chooseShift')}
          shifts={listed}
          chosen={chosen}
          onChoose={onChoose}
          isWithPost={!isMany}
        />
      )}
    </div>
  )
}

function DayAndPost({
  shifts,
  chosen,
  onChoose,
}: {
  shifts: readonly Shift[]
  chosen: Shift
  onChoose: (shift: Shift) => void
}) {
  const t = useT(activitiesMessages)
  const format = useFormat()
  const days = daysOf(shifts)
  const day = civilDay(chosen.startsAt)
  const ofDay = shifts.filter(({ startsAt }) => civilDay(startsAt) === day)
  const posts = postsOf(ofDay)
  const hasPlace = ofDay.some(({ postSubjectId }) => postSubjectId === null)
  return (
    <>
      {days.length > 1 && (
        <SelectField
          label={t('whichDay')}
          value={day}
          options={days.map((value) => ({ value, label: format.day(value) }))}
          onChange={(to) => onChoose(moveTo(shifts, chosen, { day: to }))}
        />
      )}
      {posts.length + Number(hasPlace) > 1 && (
        <SelectField
          label={t('whichPost')}
          value={chosen.postSubjectId ?? 'none'}
          options={[
            ...(hasPlace ? [{ value: 'none', label: t('noPost') }] : []),
            ...posts.map(({ subjectId, label }) => ({ value: subjectId, label })),
          ]}
          onChange={(to) =>
            onChoose(moveTo(shifts, chosen, { postSubjectId: to === 'none' ? null : to }))
          }
        />
      )}
    </>
  )
}

function ShiftField({
  label,
  shifts,
  chosen,
  onChoose,
  isWithPost,
}: {
  label: string
  shifts: readonly Shift[]
  chosen: Shift
  onChoose: (shift: Shift) => void
  isWithPost: boolean
}) {
  const format = useFormat()
  const words = ({ startsAt, endsAt, postLabel }: Shift) =>
    [format.span(startsAt, endsAt), ...(isWithPost && postLabel !== null ? [postLabel] : [])].join(
      ' · ',
    )
  return (
    <SelectField
      label={label}
      value={chosen.shiftId}
      options={shifts.map((shift) => ({ value: shift.shiftId, label: words(shift) }))}
      onChange={(id) => onChoose(shifts.find(({ shiftId }) => shiftId === id) ?? chosen)}
    />
  )
}
