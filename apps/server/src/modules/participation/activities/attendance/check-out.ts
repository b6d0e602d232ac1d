import type { Actor } from '../../../../platform/actor.ts'
import type { Commands } from '../../ground/commands.ts'
import { refuse } from '../../ground/refusals.ts'
import {
  clockTime,
  creditedMinutes,
  minutesAfter,
  plannedMinutes,
  type Times,
} from '../shifts/shift-times.ts'
import { lockShift } from '../shifts/sign-up.store.ts'
import { lockAttendanceOf, type Attendance } from './attendance.store.ts'
import { enterCheckOut, type CheckOutAnswer } from './enter-presence.ts'
import { occurredAt } from './occurred-at.ts'
import { countWrongTries, provePresence, type PresenceClaim } from './prove-presence.ts'

/**
 * Checks a person out of their shift, by the post's code or by the leader's word (both are told).
 * @throws Refusal 'unknown_shift', 'activity_not_open', 'not_checked_in', 'already_checked_out',
 *   'check_out_before_check_in', 'check_out_short', 'wrong_post_code'; see occurredAt and provePresence
 */
export async function checkOut(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: PresenceClaim,
): Promise<CheckOutAnswer> {
  const answer = await act({ name: 'check-out', actor, key, input }, async (tx) => {
    const personId = input.personId ?? actor.personId
    if (personId !== actor.personId) tx.willSealFor(personId)
    const [held, [before, wrongTries]] = await tx.underLock(
      (lock) => lockShift(lock, tx.villageId, input.shiftId, 'activity'),
      () =>
        tx.underLock(
          (lock) => lockAttendanceOf(lock, tx.villageId, input.shiftId, personId),
          () => countWrongTries(tx, actor, input),
        ),
    )
    if (held === null) throw refuse('unknown_shift')
    if (held.activity.state !== 'approved') throw refuse('activity_not_open')
    const at = occurredAt(input.occurredAt, tx.now)
    requireOpen(before, at)
    const by = await provePresence(tx, secrets, actor, held, { ...input, wrongTries }, at)
    if (by === 'wrong_code') return null
    if (input.confirmsShort !== true) requireMeant(held.shift, before, at.instant, tx.now)
    const presence = { personId, actorId: actor.personId, at: at.instant, by }
    return enterCheckOut(tx, secrets, held, before, presence)
  })
  if (answer === null) throw refuse('wrong_post_code')
  return answer
}

/**
 * A person checks out once. Only what the clock assumed gives way to what an offline phone tells
 * afterwards, as long as nobody has scored it and it does not make the attendance longer.
 */
export function requireOpen(
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

/** A check-out after less than this share of the shift is probably a slip. */
const SHORT_SHARE = 0.1
/** What a phone kept longer than this was asked there; nobody is before it to be asked now. */
const ASKED_WITHIN_MINUTES = 5

/**
 * Asks once before somebody leaves after less than a tenth of their shift.
 * @throws Refusal 'check_out_short'
 */
export function requireMeant(
  shift: Times,
  { checkedInAt }: Pick<Attendance, 'checkedInAt'>,
  checkedOutAt: Date,
  now: Date,
): void {
  if (checkedOutAt < minutesAfter(now, -ASKED_WITHIN_MINUTES)) return
  const minutes = creditedMinutes(shift, { checkedInAt, checkedOutAt })
  const planned = plannedMinutes(shift)
  if (minutes < planned * SHORT_SHARE) throw refuse('check_out_short', { minutes, planned })
}
