import { attendanceCheckedIn, attendanceCheckedOut } from '@azalea/records'
import { orRefuseDuplicate } from '../../../../platform/database/duplicate.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import { shiftFacts } from '../activity-record.ts'
import { pseudonymsOf } from '../../ground/pseudonyms.ts'
import { refuse } from '../../ground/refusals.ts'
import { checkInWindow, clockTime, creditedMinutes } from '../shifts/shift-times.ts'
import type { ShiftOfActivity, SignUp } from '../shifts/sign-up.store.ts'
import {
  insertAttendance,
  insertAttendanceUnlessIn,
  updateAttendance,
  type Attendance,
} from './attendance.store.ts'
import { notifyBoth } from './notify-both.ts'

/** Whose presence is entered, when, and on what ground. */
export interface Presence {
  readonly personId: string
  /** Who entered it: the person, or the leader. */
  readonly actorId: string
  readonly at: Date
  readonly by: 'code' | 'leader'
}

export type CheckInAnswer = { readonly attendanceId: string; readonly checkedInAt: string }

export type CheckOutAnswer = {
  readonly checkedOutAt: string
  /** Whole minutes that count: within the planned shift. */
  readonly minutes: number
}

/** @throws Refusal 'not_signed_up', 'still_waiting' */
export function requirePlace(signUp: SignUp | null): void {
  if (signUp === null || signUp.state === 'withdrawn') throw refuse('not_signed_up')
  if (signUp.state === 'waiting') throw refuse('still_waiting')
}

/** @throws Refusal 'check_in_too_early', 'check_in_too_late' */
export function requireCheckInOpen({ shift }: ShiftOfActivity, instant: Date): void {
  const { opensAt, closesAt } = checkInWindow(shift)
  if (instant < opensAt) throw refuse('check_in_too_early', { opensAt: clockTime(opensAt) })
  if (instant > closesAt) throw refuse('check_in_too_late', { endsAt: clockTime(closesAt) })
}

/** @throws Refusal 'already_checked_in' */
export function requireNotIn(earlier: Attendance | null | undefined): void {
  if (earlier) throw refuse('already_checked_in', { at: clockTime(earlier.checkedInAt) })
}

/** Writes, records and tells a check-in that everything allows. */
export async function enterCheckIn(
  tx: Tx,
  secrets: VillageSecrets,
  held: ShiftOfActivity,
  presence: Presence,
): Promise<CheckInAnswer> {
  const attendance = attendanceOf(tx, held, presence)
  // A rival that checked the same person in a moment ago is only seen by the insert.
  const alreadyIn = refuse('already_checked_in', { at: clockTime(presence.at) })
  tx.write(orRefuseDuplicate(insertAttendance(tx.db, tx.villageId, attendance), alreadyIn))
  return notifyCheckIn(tx, secrets, held, presence, attendance)
}

/**
 * The same where more follows, of one or of many: a rival that was faster undoes nothing of it.
 * @throws Refusal 'already_checked_in'
 */
export async function enterCheckInOfMany(
  tx: Tx,
  secrets: VillageSecrets,
  held: ShiftOfActivity,
  presence: Presence,
): Promise<CheckInAnswer> {
  const attendance = attendanceOf(tx, held, presence)
  if (!(await insertAttendanceUnlessIn(tx.db, tx.villageId, attendance)))
    throw refuse('already_checked_in', { at: clockTime(presence.at) })
  return notifyCheckIn(tx, secrets, held, presence, attendance)
}

function attendanceOf(tx: Tx, { shift }: ShiftOfActivity, presence: Presence): Attendance {
  return {
    attendanceId: tx.newId(),
    shiftId: shift.shiftId,
    personId: presence.personId,
    checkedInAt: presence.at,
    checkedInBy: presence.by,
    checkInReceivedAt: tx.now,
    checkedOutAt: null,
    checkedOutBy: null,
    leaderScore: null,
    scoreWords: null,
    scoredBy: null,
    scoredAt: null,
  }
}

async function notifyCheckIn(
  tx: Tx,
  secrets: VillageSecrets,
  held: ShiftOfActivity,
  { personId, actorId, at, by }: Presence,
  { attendanceId }: Attendance,
): Promise<CheckInAnswer> {
  const checkedInAt = at.toISOString()
  if (by === 'leader')
    await notifyBoth(tx, held, { personId, leaderId: actorId, done: 'check_in', at: checkedInAt })
  const names = await pseudonymsOf(tx, secrets)
  const detail = { attendanceId, at: checkedInAt, by, receivedAt: tx.now.toISOString() }
  tx.append(attendanceCheckedIn(shiftFacts(held.shift, personId, names, detail)))
  return { attendanceId, checkedInAt }
}

/** Writes, records and tells a check-out that everything allows. */
export async function enterCheckOut(
  tx: Tx,
  secrets: VillageSecrets,
  held: ShiftOfActivity,
  before: Attendance,
  { personId, actorId, at, by }: Omit<Presence, 'by'> & { readonly by: Presence['by'] | 'clock' },
): Promise<CheckOutAnswer> {
  const attendance = { ...before, checkedOutAt: at, checkedOutBy: by }
  tx.write(updateAttendance(tx.db, tx.villageId, attendance))
  const checkedOutAt = at.toISOString()
  const minutes = creditedMinutes(held.shift, attendance)
  if (by === 'leader')
    await notifyBoth(tx, held, { personId, leaderId: actorId, done: 'check_out', at: checkedOutAt })
  const names = await pseudonymsOf(tx, secrets)
  const { attendanceId } = attendance
  const detail = { attendanceId, at: checkedOutAt, by, minutes }
  tx.append(attendanceCheckedOut(shiftFacts(held.shift, personId, names, detail)))
  return { checkedOutAt, minutes }
}
