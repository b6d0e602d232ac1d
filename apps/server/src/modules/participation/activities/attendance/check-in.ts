import type { Actor } from '../../../../platform/actor.ts'
import { requireJoinedMember } from '../../../community/index.ts'
import type { Commands } from '../../ground/commands.ts'
import { refuse } from '../../ground/refusals.ts'
import { holdShift, selectSignUp } from '../shifts/sign-up.store.ts'
import { selectAttendances } from './attendance.store.ts'
import {
  enterCheckIn,
  requireCheckInOpen,
  requireNotIn,
  requirePlace,
  type CheckInAnswer,
} from './enter-presence.ts'
import { occurredAt } from './occurred-at.ts'
import { countWrongTries, provePresence, type PresenceClaim } from './prove-presence.ts'

/**
 * Checks a person in to their shift, by the post's code or by the leader's word (both are told).
 * @throws Refusal 'unknown_shift', 'activity_not_open', 'not_signed_up', 'still_waiting',
 *   'already_checked_in', 'check_in_too_early', 'check_in_too_late', 'wrong_post_code'; see
 *   occurredAt and provePresence; community's 'household_not_joined'
 */
export async function checkIn(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  claim: PresenceClaim,
): Promise<CheckInAnswer> {
  const answer = await act({ name: 'check-in', actor, key, input: claim }, async (tx) => {
    const personId = claim.personId ?? actor.personId
    if (personId !== actor.personId) tx.willSealFor(personId)
    const [held, [signUp, [earlier], wrongTries]] = await tx.underLock(
      (lock) => holdShift(lock, tx.villageId, claim.shiftId, 'activity'),
      () =>
        Promise.all([
          selectSignUp(tx.db, tx.villageId, claim.shiftId, personId),
          selectAttendances(tx.db, tx.villageId, [claim.shiftId], personId),
          countWrongTries(tx, actor, claim),
          requireJoinedMember(tx, personId, actor),
        ]),
    )
    if (held === null) throw refuse('unknown_shift')
    const at = occurredAt(claim.occurredAt, tx.now)
    if (held.activity.state !== 'approved') throw refuse('activity_not_open')
    requirePlace(signUp)
    requireNotIn(earlier)
    requireCheckInOpen(held, at.instant)
    const by = await provePresence(tx, secrets, actor, held, { ...claim, wrongTries }, at)
    if (by === 'wrong_code') return null
    const presence = { personId, actorId: actor.personId, at: at.instant, by }
    return enterCheckIn(tx, secrets, held, presence)
  })
  if (answer === null) throw refuse('wrong_post_code')
  return answer
}
