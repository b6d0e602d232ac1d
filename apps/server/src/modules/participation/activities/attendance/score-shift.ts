import { attendanceScored } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import { readKinship } from '../../../community/index.ts'
import { shiftFacts } from '../activity-record.ts'
import type { Commands } from '../../ground/commands.ts'
import { requireLeader } from '../policy.ts'
import { pseudonymsOf } from '../../ground/pseudonyms.ts'
import { refuse } from '../../ground/refusals.ts'
import { lockShift } from '../shifts/sign-up.store.ts'
import { lockUnscored, updateAttendance } from './attendance.store.ts'

/**
 * Gives everybody of a shift who is checked out and has no score yet the same one; single scores can
 * be changed afterwards. The scorer and their household are left for another member of the committee.
 * @throws Refusal 'unknown_shift', 'not_activity_leader', 'activity_not_open', 'nobody_to_score'
 */
export async function scoreShift(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: { readonly shiftId: string; readonly score: number },
): Promise<{ readonly scored: number; readonly leftOut: number }> {
  return act({ name: 'score-shift', actor, key, input }, async (tx) => {
    const { shiftId, score } = input
    const held = await lockShift(tx.db, tx.villageId, shiftId, 'activity')
    if (held === null) throw refuse('unknown_shift')
    requireLeader(actor, held.activity)
    if (held.activity.state !== 'approved') throw refuse('activity_not_open')
    const unscored = await lockUnscored(tx.db, tx.villageId, shiftId)
    const ids = unscored.map(({ personId }) => personId)
    const kinship = await readKinship(tx.db, tx.villageId, [...ids, actor.personId])
    const others = unscored.filter(({ personId }) => !kinship(personId, actor.personId))
    if (others.length === 0) throw refuse('nobody_to_score')
    const names = await pseudonymsOf(tx, secrets)
    for (const attendance of others) {
      const { attendanceId, personId } = attendance
      const given = { leaderScore: score, scoreWords: null, scoredBy: actor.personId }
      tx.write(updateAttendance(tx.db, tx.villageId, { ...attendance, ...given, scoredAt: tx.now }))
      const detail = { attendanceId, score, words: null, scoredBy: actor.personId }
      tx.append(attendanceScored(shiftFacts(held.shift, personId, names, detail)))
    }
    return { scored: others.length, leftOut: unscored.length - others.length }
  })
}
