import type { Actor } from '../../../platform/actor.ts'
import { orRefuseDuplicate } from '../../../platform/database/duplicate.ts'
import { requireJoinedMember } from '../../community/index.ts'
import { shiftRecord } from '../activities/activity-record.ts'
import { insertAttendance, selectAttendances, type Attendance } from './attendance.store.ts'
import type { Commands } from '../commands.ts'
import { occurredAt } from './occurred-at.ts'
import { countWrongTries, provePresence, type PresenceClaim } from './prove-presence.ts'
import { pseudonymsOf } from '../pseudonyms.ts'
import { refuse } from '../refusals.ts'
import { checkInWindow, clockTime } from '../shifts/shift-times.ts'
import {
  holdShift,
  selectSignUp,
  type ShiftOfActivity,
  type SignUp,
} from '../shifts/sign-up.store.ts'
import { tellBoth } from './tell-both.ts'

export type CheckInAnswer = { readonly attendanceId: string; readonly checkedInAt: string }

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
    const [held, signUp, [earlier], wrongTries] = await Promise.all([
      holdShift(tx.db, tx.villageId, claim.shiftId, 'activity'),
      selectSignUp(tx.db, tx.villageId, claim.shiftId, personId),
      selectAttendances(tx.db, tx.villageId, [claim.shiftId], personId),
      countWrongTries(tx, actor, claim),
      requireJoinedMember(tx, personId),
    ])
    if (held === null) throw refuse('unknown_shift')
    const at = occurredAt(claim.occurredAt, tx.now)
    if (held.activity.state !== 'approved') throw refuse('activity_not_open')
    requirePlace(signUp)
    if (earlier) throw refuse('already_checked_in', { at: clockTime(earlier.checkedInAt) })
    requireOpen(held, at.instant)
    const by = await provePresence(tx, secrets, actor, held, { ...claim, wrongTries }, at)
    if (by === 'wrong_code') return null
    const attendance: Attendance = {
      attendanceId: tx.newId(),
      shiftId: claim.shiftId,
      personId,
      checkedInAt: at.instant,
      checkedInBy: by,
      checkInReceivedAt: tx.now,
      checkedOutAt: null,
      checkedOutBy: null,
      leaderScore: null,
      scoreWords: null,
      scoredBy: null,
      scoredAt: null,
    }
    // A rival that checked the same person in a moment ago is only seen by the insert.
    const alreadyIn = refuse('already_checked_in', { at: clockTime(at.instant) })
    tx.write(orRefuseDuplicate(insertAttendance(tx.db, tx.villageId, attendance), alreadyIn))
    const { attendanceId } = attendance
    const checkedInAt = at.instant.toISOString()
    if (by === 'leader')
      await tellBoth(tx, held, {
        personId,
        leaderId: actor.personId,
        done: 'check_in',
        at: checkedInAt,
      })
    const names = await pseudonymsOf(tx, secrets)
    const detail = { attendanceId, at: checkedInAt, by, receivedAt: tx.now.toISOString() }
    tx.append(shiftRecord('attendance.checked-in', held.shift, personId, names, detail))
    return { attendanceId, checkedInAt }
  })
  if (answer === null) throw refuse('wrong_post_code')
  return answer
}

function requirePlace(signUp: SignUp | null): void {
  if (signUp === null || signUp.state === 'withdrawn') throw refuse('not_signed_up')
  if (signUp.state === 'waiting') throw refuse('still_waiting')
}

function requireOpen({ shift }: ShiftOfActivity, instant: Date): void {
  const { opensAt, closesAt } = checkInWindow(shift)
  if (instant < opensAt) throw refuse('check_in_too_early', { opensAt: clockTime(opensAt) })
  if (instant > closesAt) throw refuse('check_in_too_late', { endsAt: clockTime(closesAt) })
}
