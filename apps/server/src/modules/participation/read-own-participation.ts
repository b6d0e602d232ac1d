import type { Db } from '../../platform/database/database.ts'
import { readSubjects } from '../community/index.ts'
import { readReportsConcerning } from './breach-reports/read-reports-concerning.ts'
import { selectAttendances } from './attendance/attendance.store.ts'
import { selectEstimates } from './calibrated-ratings/estimate.store.ts'
import { selectActivitiesOf } from './inbox/inbox.store.ts'
import { presentAttendance } from './attendance/present-attendance.ts'
import { selectRatingsBy } from './ratings/rating.store.ts'
import { selectEverySignUp } from './shifts/shift-list.store.ts'
import { selectChecksBy } from './spot-checks/spot-check.store.ts'

const EVERY_RATING = 100_000
const EVERY_CHECK = 100_000

/** All that this module holds about a person, for their data bank: plain JSON. */
export async function readOwnParticipation(db: Db, villageId: string, personId: string) {
  const ratings = await selectRatingsBy(db, villageId, personId, {
    after: null,
    limit: EVERY_RATING,
  })
  const signUps = await selectEverySignUp(db, villageId, personId)
  const activities = await selectActivitiesOf(db, villageId, personId)
  const shiftIds = signUps.map(({ shift }) => shift.shiftId)
  const attendances = new Map(
    (await selectAttendances(db, villageId, shiftIds, personId)).map((one) => [one.shiftId, one]),
  )
  const reports = await readReportsConcerning(db, villageId, personId)
  const subjects = await readSubjects(db, villageId, [
    ...new Set([
      ...ratings.map(({ subjectId }) => subjectId),
      ...signUps.flatMap(({ shift }) => shift.postSubjectId ?? []),
    ]),
  ])
  const labelOf = (id: string | null) => subjects.get(id ?? '')?.label ?? null
  return {
    ratings: ratings.map(({ ratingId, subjectId, stars, words, photoFileId, ratedAt, counts }) => ({
      ratingId,
      label: labelOf(subjectId),
      stars,
      words,
      photoFileId,
      ratedAt: ratedAt.toISOString(),
      counts,
    })),
    breachReports: reports,
    ...(await readJudging(db, villageId, personId)),
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
        postLabel: labelOf(shift.postSubjectId),
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

/** What the last fit says of the person's ratings, and the spot checks that they made. */
async function readJudging(db: Db, villageId: string, personId: string) {
  const style = (await selectEstimates(db, villageId, [personId])).get(personId) ?? null
  const checks = await selectChecksBy(db, villageId, personId, EVERY_CHECK)
  return {
    ratingStyle: style && {
      severityHundredths: Math.round(style.severity * 100),
      consistencyPermille: style.consistencyPermille,
      trustPermille: style.trustPermille,
      ratings: style.ratings,
      inRing: style.ring !== null,
    },
    spotChecks: checks.map(({ checkId, score, words, photoFileId, checkedAt }) => ({
      checkId,
      score,
      words,
      photoFileId,
      checkedAt: checkedAt?.toISOString() ?? null,
    })),
  }
}
