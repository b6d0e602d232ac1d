import type { Actor } from '../../../platform/actor.ts'
import { shiftRecord } from '../activities/activity-record.ts'
import { lockAttendanceOf, updateAttendance, type Attendance } from './attendance.store.ts'
import type { Commands } from '../commands.ts'
import { occurredAt } from './occurred-at.ts'
import { countWrongTries, provePresence, type PresenceClaim } from './prove-presence.ts'
import { pseudonymsOf } from '../pseudonyms.ts'
import { refuse } from '../refusals.ts'
import { clockTime, creditedMinutes } from '../shifts/shift-times.ts'
import { holdShift } from '../shifts/sign-up.store.ts'
import { tellBoth } from './tell-both.ts'

export type CheckOutAnswer = {
  readonly checkedOutAt: string
  /** Whole minutes that count: within the planned shift. */
  readonly minutes: number
}

/**
 * Checks a person out of their shift, by the post's code or by the leader's word (both are told).
 * @throws Refusal 'unknown_shift', 'activity_not_open', 'not_checked_in', 'already_checked_out',
 *   'check_out_before_check_in', 'wrong_post_code'; see occurredAt and provePresence
 */
export async function checkOut(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  claim: PresenceClaim,
): Promise<CheckOutAnswer> {
  const answer = await act({ name: 'check-out', actor, key, input: claim }, async (tx) => {
    const personId = claim.personId ?? actor.personId
    if (personId !== actor.personId) tx.willSealFor(personId)
    const [held, before, wrongTries] = await Promise.all([
      holdShift(tx.db, tx.villageId, claim.shiftId, 'activity'),
      lockAttendanceOf(tx.db, tx.villageId, claim.shiftId, personId),
      countWrongTries(tx, actor, claim),
    ])
    if (held === null) throw refuse('unknown_shift')
    if (held.activity.state !== 'approved') throw refuse('activity_not_open')
    const at = occurredAt(claim.occurredAt, tx.now)
    requireOpen(before, at)
    const by = await provePresence(tx, secrets, actor, held, { ...claim, wrongTries }, at)
    if (by === 'wrong_code') return null
    const attendance = { ...before, checkedOutAt: at.instant, checkedOutBy: by }
    tx.write(updateAttendance(tx.db, tx.villageId, attendance))
    const checkedOutAt = at.instant.toISOString()
    const minutes = creditedMinutes(held.shift, attendance)
    if (by === 'leader')
      await tellBoth(tx, held, {
        personId,
        leaderId: actor.personId,
        done: 'check_out',
        at: checkedOutAt,
      })
    const names = await pseudonymsOf(tx, secrets)
    const { attendanceId } = attendance
    const detail = { attendanceId, at: checkedOutAt, by, minutes }
    tx.append(shiftRecord('attendance.checked-out', held.shift, personId, names, detail))
    return { checkedOutAt, minutes }
  })
  if (answer === null) throw refuse('wrong_post_code')
  return answer
}

/**
 * A person checks out once. Only what the clock assumed gives way to what an offline phone tells
 * afterwards, as long as nobody has scored it and it does not make the attendance longer.
 */
function requireOpen(
  attendance: Attendance | null,
  at: { readonly instant: Date; readonly isLate: boolean },
): asserts attendance is Attendance {
  if (attendance === null) throw refuse('not_checked_in')
  const { checkedInAt, checkedOutAt, checkedOutBy, scoredAt } = attendance
  if (checkedOutAt !== null) {
    const corrects = checkedOutBy === 'clock' && scoredAt === null
    if (!corrects || !at.isLate || at.instant >= checkedOutAt)
      throw refuse('already_checked_out', { at: clockTime(checkedOutAt) })
  }
  if (at.instant < checkedInAt)
    throw refuse('check_out_before_check_in', { at: clockTime(checkedInAt) })
}
