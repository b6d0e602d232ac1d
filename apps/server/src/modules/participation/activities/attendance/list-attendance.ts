import { shiftsAskingScore } from '../shifts-asking-score.ts'
import { noteAccess, readKinship, readPeople } from '../../../community/index.ts'
import { selectAttendances, type Attendance } from './attendance.store.ts'
import { requireLeader } from '../policy.ts'
import { presentAttendance } from './present-attendance.ts'
import type { Reader, Readers } from '../../ground/readers.ts'
import { refuse } from '../../ground/refusals.ts'
import { lockShift, selectSignUps } from '../shifts/sign-up.store.ts'

/**
 * Who is awaited at a shift and who came, for its leader and the committee; a look by someone who
 * does not lead it is noted for those concerned.
 * @throws Refusal 'unknown_shift', 'not_activity_leader'
 */
export async function listAttendance(
  { database, clock, newId, scoring }: Pick<Readers, 'database' | 'clock' | 'newId' | 'scoring'>,
  { actor }: Pick<Reader, 'actor'>,
  shiftId: string,
) {
  const { villageId, personId } = actor
  return database.inVillage(villageId, async (db) => {
    const held = await lockShift(db, villageId, shiftId, 'nothing')
    if (held === null) throw refuse('unknown_shift')
    const { shift, activity } = held
    requireLeader(actor, activity)
    const signUps = await selectSignUps(db, villageId, [shiftId])
    const ids = signUps.map((signUp) => signUp.personId)
    const people = await readPeople(db, villageId, ids)
    const kinship = await readKinship(db, villageId, [...ids, personId])
    const attendances = await selectAttendances(db, villageId, [shiftId])
    if (activity.leaderId !== personId)
      await noteAccess({ db, villageId, now: clock.now(), newId }, personId, ids, 'attendance')
    const asking = await shiftsAskingScore(db, scoring, villageId, activity, [shift])
    const asksScore = asking.has(shiftId)
    const byPerson = new Map(attendances.map((one) => [one.personId, one]))
    return {
      shiftId,
      activityId: activity.activityId,
      title: activity.title,
      startsAt: shift.startsAt.toISOString(),
      endsAt: shift.endsAt.toISOString(),
      asksScore,
      items: signUps.map((signUp) => {
        const person = people.get(signUp.personId)
        const attendance = byPerson.get(signUp.personId)
        const isOther = !kinship(signUp.personId, personId)
        return {
          personId: signUp.personId,
          name: person?.name ?? null,
          state: signUp.state === 'waiting' ? ('waiting' as const) : ('confirmed' as const),
          ...presentOrAbsent(attendance),
          /** Whether the reader may score it now: checked out, not their own household's. */
          canScore: asksScore && isOther && isScorable(attendance) && activity.state === 'approved',
          /** Whether the reader may correct it now: not scored, not their own household's. */
          canCorrect: isOther && attendance?.scoredAt === null && activity.state === 'approved',
        }
      }),
    }

    function presentOrAbsent(attendance: Attendance | undefined) {
      if (attendance) {
        return { ...presentAttendance(shift, attendance), scoreWords: attendance.scoreWords }
      }
      return {
        attendanceId: null,
        checkedInAt: null,
        checkedInBy: null,
        sentLate: false,
        checkedOutAt: null,
        checkedOutBy: null,
        minutes: null,
        leaderScore: null,
        scoreWords: null,
      }
    }
  })
}

function isScorable(attendance: Attendance | undefined): boolean {
  return attendance !== undefined && attendance.checkedOutAt !== null
}
