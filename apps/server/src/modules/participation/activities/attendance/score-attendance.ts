import { attendanceScored } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import { shiftFacts } from '../activity-record.ts'
import { lockAttendance, updateAttendance } from './attendance.store.ts'
import type { Commands } from '../../ground/commands.ts'
import { requireScorer } from '../policy.ts'
import { pseudonymsOf } from '../../ground/pseudonyms.ts'
import { refuse } from '../../ground/refusals.ts'

/**
 * Scores one attendance, 1 to 5; until the activity is closed the score can be given anew.
 * @throws Refusal 'unknown_attendance', 'activity_not_open', 'not_checked_out',
 *   'not_activity_leader', 'own_attendance', 'own_household_attendance'
 */
export async function scoreAttendance(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: {
    readonly attendanceId: string
    readonly score: number
    readonly words: string | null
  },
): Promise<Record<string, never>> {
  return act({ name: 'score-attendance', actor, key, input }, async (tx) => {
    const found = await lockAttendance(tx.db, tx.villageId, input.attendanceId)
    if (found === null) throw refuse('unknown_attendance')
    const { attendance, shift, activity } = found
    tx.willSealFor(attendance.personId)
    await requireScorer(tx.db, actor, activity, attendance.personId)
    if (activity.state !== 'approved') throw refuse('activity_not_open')
    if (attendance.checkedOutAt === null) throw refuse('not_checked_out')
    const score = { leaderScore: input.score, scoreWords: input.words }
    const scored = { ...attendance, ...score, scoredBy: actor.personId, scoredAt: tx.now }
    tx.write(updateAttendance(tx.db, tx.villageId, scored))
    const names = await pseudonymsOf(tx, secrets)
    tx.append(
      attendanceScored(
        shiftFacts(shift, attendance.personId, names, {
          attendanceId: attendance.attendanceId,
          score: input.score,
          words: input.words,
          scoredBy: actor.personId,
        }),
      ),
    )
    return {}
  })
}
