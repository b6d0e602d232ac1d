import type { Db } from '../../../platform/database/database.ts'
import { readSubjects } from '../../community/index.ts'
import { selectActivitiesOf } from './activity-work.store.ts'
import { selectAttendances } from './attendance/attendance.store.ts'
import { presentAttendance } from './attendance/present-attendance.ts'
import { selectEverySignUp } from './shifts/shift-list.store.ts'

/** What a person initiated, led and took part in, for their data bank: plain JSON. */
export async function readOwnActivities(db: Db, villageId: string, personId: string) {
  const signUps = await selectEverySignUp(db, villageId, personId)
  const activities = await selectActivitiesOf(db, villageId, personId)
  const shiftIds = signUps.map(({ shift }) => shift.shiftId)
  const attendances = new Map(
    (await selectAttendances(db, villageId, shiftIds, personId)).map((one) => [one.shiftId, one]),
  )
  const postIds = signUps.flatMap(({ shift }) => shift.postSubjectId ?? [])
  const posts = await readSubjects(db, villageId, [...new Set(postIds)])
  return {
    activities: activities.map((activity) => ({
      activityId: activity.activityId,
      title: activity.title,
      description: activity.description,
      place: activity.place,
      state: activity.state,
      startsAt: activity.startsAt.toISOString(),
      endsAt: activity.endsAt.toISOString(),
      initiatedByMe: activity.initiatorId === personId,
      ledByMe: activity.leaderId === personId,
      decisionWords: activity.decisionWords,
    })),
    shifts: signUps.map(({ shift, activity, state, signedUpAt }) => {
      const attendance = attendances.get(shift.shiftId)
      return {
        shiftId: shift.shiftId,
        title: activity.title,
        postLabel: posts.get(shift.postSubjectId ?? '')?.label ?? null,
        startsAt: shift.startsAt.toISOString(),
        endsAt: shift.endsAt.toISOString(),
        state,
        signedUpAt: signedUpAt.toISOString(),
        attendance: attendance
          ? { ...presentAttendance(shift, attendance), scoreWords: attendance.scoreWords }
          : null,
      }
    }),
  }
}
