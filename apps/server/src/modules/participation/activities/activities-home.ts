import { addCivilDays, civilDay, startOfCivilDay } from '@azalea/text'
import type { HomePart } from '../../../platform/contributions.ts'
import type { Readers } from '../ground/readers.ts'
import { listComing } from './list-activities.ts'
import { readShiftsAhead, type ShiftView } from './shifts/list-my-shifts.ts'

/** Where one is expected today, and what the village will do next. */
export const activitiesHome: HomePart<Pick<Readers, 'clock' | 'scoring'>> = {
  waiting: {
    kinds: { check_in: 10, check_out: 10, shift_today: 20 },
    list: async (_, { db, actor, now }) => {
      const shifts = await readShiftsAhead(db, actor.villageId, actor.personId, now)
      const tomorrow = startOfCivilDay(addCivilDays(civilDay(now), 1)).toISOString()
      return [
        ...shifts.now.flatMap((shift) => {
          const kind = presenceAskedOf(shift)
          const { shiftId: id, title, startsAt: at } = shift
          return kind === null ? [] : [{ kind, id, title, at, count: 1 }]
        }),
        ...shifts.upcoming
          .filter(({ startsAt }) => startsAt < tomorrow)
          .map(({ activityId: id, title, startsAt: at }) => ({
            kind: 'shift_today',
            id,
            title,
            at,
            count: 1,
          })),
      ]
    },
  },
  news: {
    kinds: ['activity'],
    list: async (parts, { db, actor, language }, most) => {
      const coming = await listComing(parts, db, actor.villageId, { language, limit: most })
      return coming.map(({ activityId: id, title, startsAt: at }) => ({
        kind: 'activity',
        id,
        title,
        at,
      }))
    },
  },
}

/** What a person can still do at a shift of theirs now; null once they have left, or while they wait. */
function presenceAskedOf({ state, attendance }: ShiftView): 'check_in' | 'check_out' | null {
  if (attendance !== null) return attendance.checkedOutAt === null ? 'check_out' : null
  return state === 'confirmed' ? 'check_in' : null
}
