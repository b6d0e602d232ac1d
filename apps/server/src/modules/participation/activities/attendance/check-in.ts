import type { Actor } from '../../../../platform/actor.ts'
import { requireJoinedMember, sendMessage } from '../../../community/index.ts'
import type { Tx } from '../../../record/index.ts'
import type { Commands } from '../../ground/commands.ts'
import { refuse } from '../../ground/refusals.ts'
import {
  lockShift,
  lockSignUpsOf,
  selectSignUp,
  type ShiftOfActivity,
} from '../shifts/sign-up.store.ts'
import { lockAttendanceOf, selectAttendances } from './attendance.store.ts'
import {
  enterCheckIn,
  enterCheckInOfMany,
  enterCheckOut,
  requireCheckInOpen,
  requireNotIn,
  requirePlace,
  type CheckInAnswer,
  type Presence,
} from './enter-presence.ts'
import { overlapsWith, readElsewhere } from './nowhere-else.ts'
import { occurredAt } from './occurred-at.ts'
import { countWrongTries, provePresence, type PresenceClaim } from './prove-presence.ts'

/**
 * Checks a person in to their shift, by the post's code or by the leader's word (both are told).
 * @throws Refusal 'unknown_shift', 'activity_not_open', 'not_signed_up', 'still_waiting',
 *   'already_checked_in', 'check_in_too_early', 'check_in_too_late', 'wrong_post_code',
 *   'attendance_overlaps'; see occurredAt and provePresence; community's 'household_not_joined'
 */
export async function checkIn(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: PresenceClaim,
): Promise<CheckInAnswer> {
  const answer = await act({ name: 'check-in', actor, key, input }, async (tx) => {
    const personId = input.personId ?? actor.personId
    if (personId !== actor.personId) tx.willSealFor(personId)
    // What comes late may meet what was corrected meanwhile: one of them is first.
    if (input.occurredAt !== null) await lockSignUpsOf(tx.db, tx.villageId, personId)
    const [held, [signUp, [earlier], wrongTries]] = await tx.underLock(
      (lock) => lockShift(lock, tx.villageId, input.shiftId, 'activity'),
      () =>
        Promise.all([
          selectSignUp(tx.db, tx.villageId, input.shiftId, personId),
          selectAttendances(tx.db, tx.villageId, [input.shiftId], personId),
          countWrongTries(tx, actor, input),
          requireJoinedMember(tx, personId, actor),
        ]),
    )
    if (held === null) throw refuse('unknown_shift')
    const at = occurredAt(input.occurredAt, tx.now)
    if (held.activity.state !== 'approved') throw refuse('activity_not_open')
    requirePlace(signUp)
    requireNotIn(earlier)
    requireCheckInOpen(held, at.instant)
    const by = await provePresence(tx, secrets, actor, held, { ...input, wrongTries }, at)
    if (by === 'wrong_code') return null
    const presence = { personId, actorId: actor.personId, at: at.instant, by }
    if (!at.isLate) return enterCheckIn(tx, secrets, held, presence)
    return enterLateCheckIn(tx, secrets, held, presence)
  })
  if (answer === null) throw refuse('wrong_post_code')
  return answer
}

/**
 * What an offline phone tells afterwards. Where the person was entered elsewhere from then on, they had
 * left for it: the clock assumes that, as it does of who forgets to check out, and gives way to a
 * check-out that comes later and tells an earlier time.
 * @throws Refusal 'attendance_overlaps' of somebody who was elsewhere already
 */
async function enterLateCheckIn(
  tx: Tx,
  secrets: Commands['secrets'],
  held: ShiftOfActivity,
  presence: Presence,
): Promise<CheckInAnswer> {
  const { personId, at } = presence
  const there = { personId, checkedInAt: at, checkedOutAt: null }
  const [elsewhere] = await readElsewhere(tx, held.shift, there)
  if (elsewhere === undefined) return enterCheckIn(tx, secrets, held, presence)
  const leftAt = elsewhere.taken.startsAt
  if (leftAt <= at || leftAt <= held.shift.startsAt) throw overlapsWith(elsewhere)
  const answer = await enterCheckInOfMany(tx, secrets, held, presence)
  const { shiftId } = held.shift
  const attendance = await lockAttendanceOf(tx.db, tx.villageId, shiftId, personId)
  if (attendance === null) throw new Error('a check-in that is not there')
  await enterCheckOut(tx, secrets, held, attendance, { ...presence, at: leftAt, by: 'clock' })
  await sendMessage(tx, personId, 'check_out.for_other_shift', {
    activityId: held.activity.activityId,
    shiftId,
    title: held.activity.title,
    otherTitle: elsewhere.title,
    at: leftAt.toISOString(),
  })
  return answer
}
