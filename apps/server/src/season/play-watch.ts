import { lastDayNo, playActivity } from './play-activities.ts'
import { isForVisitors, type PlannedShift } from './play-shift.ts'
import { atHour, minutesLater, type Stage } from './stage.ts'

const SHIFT_HOURS = 4
const FIRST_SHIFT_HOUR = 6 // 06–10 … 18–22, 22–02 across midnight, 02–06
const VOLUNTEERS_A_SHIFT = 2

/** Shifts around the clock at every post, the late one across midnight. */
function aroundTheClock(stage: Stage, fromDay: number, days: number): PlannedShift[] {
  const shiftsADay = 24 / SHIFT_HOURS
  return Array.from({ length: days * shiftsADay }, (_, index) => {
    const startsAt = minutesLater(
      atHour(stage, fromDay, FIRST_SHIFT_HOUR),
      index * SHIFT_HOURS * 60,
    )
    const endsAt = minutesLater(startsAt, SHIFT_HOURS * 60)
    return stage.cast.posts.map((post) => ({
      ids: null,
      post,
      startsAt,
      endsAt,
      quota: VOLUNTEERS_A_SHIFT,
    }))
  }).flat()
}

/** The two-hundred-volunteer watch of all entrances: three days, six posts, 108 shifts. */
export function playEntranceWatch(stage: Stage, day: number): void {
  const shifts = aroundTheClock(stage, day, 3)
  const volunteers = stage.chance.shuffled(stage.cast.villagers)
  play(stage, {
    name: 'watch',
    title: '村口守护行动',
    day,
    shifts,
    volunteers: shifts.map((_, index) =>
      volunteers.slice(index * VOLUNTEERS_A_SHIFT, (index + 1) * VOLUNTEERS_A_SHIFT),
    ),
    proposedDay: day - 5,
    fate: 'held',
  })
}

/**
 * The watch that runs now: it began yesterday and goes on for a week, so that there is always a
 * shift to join. The people in `onDuty` have a place in the shift that is for visitors.
 */
export function playCurrentWatch(stage: Stage, onDuty: Stage['cast']['villagers']): void {
  const last = lastDayNo(stage)
  const shifts = aroundTheClock(stage, last - 1, 8)
  const free = stage.chance
    .shuffled(stage.cast.villagers)
    .filter((player) => !onDuty.includes(player))
  const volunteers = shifts.map((shift, index) => {
    const duty = isForVisitors(stage, shift) ? onDuty[index % stage.cast.posts.length] : undefined
    if (duty) return [duty]
    return shift.endsAt <= stage.now ? free.slice(index, index + 1) : []
  })
  play(stage, {
    name: 'watch-now',
    title: '村口日夜值守',
    day: last - 1,
    shifts,
    volunteers,
    proposedDay: last - 4,
    fate: 'upcoming',
  })
}

function play(
  stage: Stage,
  watch: {
    readonly name: string
    readonly title: string
    readonly day: number
    readonly shifts: readonly PlannedShift[]
    readonly volunteers: readonly Stage['cast']['villagers'][]
    readonly proposedDay: number
    readonly fate: 'held' | 'upcoming'
  },
): void {
  const startsAt = watch.shifts[0]?.startsAt ?? stage.now
  const endsAt = watch.shifts.at(-1)?.endsAt ?? stage.now
  const initiator = stage.cast.groupLeaders[0]
  if (!initiator) throw new Error('no group leader to lead the watch')
  playActivity(stage, {
    name: watch.name,
    proposal: {
      title: watch.title,
      description: '六个村口日夜有人，四小时一班。看见生人问一声，夜里两人一岗，注意保暖。',
      place: '六个村口',
      itemRef: 'watch-hour',
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      signUpClosesAt: endsAt.toISOString(),
    },
    shifts: watch.shifts,
    initiator,
    proposedAt: atHour(stage, watch.proposedDay, 20),
    fate: watch.fate,
    volunteers: watch.volunteers,
    signUpFrom: atHour(stage, watch.proposedDay + 2, 18),
  })
}
