import { attendanceCorrected } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import { readPeopleNames, sendMessage } from '../../../community/index.ts'
import type { Tx } from '../../../record/index.ts'
import { shiftFacts } from '../activity-record.ts'
import type { Commands } from '../../ground/commands.ts'
import { requireCorrector } from '../policy.ts'
import { pseudonymsOf } from '../../ground/pseudonyms.ts'
import { refuse } from '../../ground/refusals.ts'
import { checkInWindow, creditedMinutes, type Times } from '../shifts/shift-times.ts'
import { lockSignUpsOf } from '../shifts/sign-up.store.ts'
import {
  deleteAttendance,
  lockAttendance,
  selectAttendee,
  updatePresence,
  type Attendance,
  type AttendanceOfShift,
} from './attendance.store.ts'
import { overlapsWith, readElsewhere } from './nowhere-else.ts'

/** How a presence is right: nobody was there, or these times. Without a check-out one is still there. */
export type RightPresence = {
  readonly checkedInAt: string
  readonly checkedOutAt: string | null
} | null

export type CorrectAttendanceInput = {
  readonly attendanceId: string
  readonly presence: RightPresence
  readonly reason: string
}

/**
 * Corrects a mistaken check-in or check-out, until it is scored: the wrong person, the wrong time, a
 * slip at the beginning. It is recorded with what stood there before, and the person is told.
 * @throws Refusal 'unknown_attendance', 'activity_not_open', 'attendance_scored',
 *   'correction_times_wrong', 'attendance_overlaps'; see requireCorrector
 */
export async function correctAttendance(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: CorrectAttendanceInput,
): Promise<Record<string, never>> {
  return act({ name: 'correct-attendance', actor, key, input }, async (tx) => {
    const attendee = await selectAttendee(tx.db, tx.villageId, input.attendanceId)
    if (attendee === null) throw refuse('unknown_attendance')
    // So that two corrections of one person at once cannot put them in two places.
    await lockSignUpsOf(tx.db, tx.villageId, attendee)
    const found = await lockAttendance(tx.db, tx.villageId, input.attendanceId)
    if (found === null) throw refuse('unknown_attendance')
    const { attendance: before, shift, activity } = found
    tx.willSealFor(before.personId)
    await requireCorrector(tx.db, actor, activity, before.personId)
    if (activity.state !== 'approved') throw refuse('activity_not_open')
    if (before.scoredAt !== null) throw refuse('attendance_scored')
    const after = rightOf(before, input.presence, shift, tx.now)
    const [elsewhere] = after === null ? [] : await readElsewhere(tx, shift, after)
    if (elsewhere !== undefined) throw overlapsWith(elsewhere)
    if (after === null) tx.write(deleteAttendance(tx.db, tx.villageId, before.attendanceId))
    else tx.write(updatePresence(tx.db, tx.villageId, after))
    const names = await pseudonymsOf(tx, secrets)
    tx.append(
      attendanceCorrected(
        shiftFacts(shift, before.personId, names, {
          attendanceId: before.attendanceId,
          checkedInAt: after?.checkedInAt.toISOString() ?? null,
          checkedOutAt: after?.checkedOutAt?.toISOString() ?? null,
          checkedInBefore: before.checkedInAt.toISOString(),
          checkedOutBefore: before.checkedOutAt?.toISOString() ?? null,
          correctedBy: actor.personId,
          reason: input.reason,
        }),
      ),
    )
    await notifyPerson(tx, found, after, actor, input.reason)
    return {}
  })
}

/** @throws Refusal 'correction_times_wrong' */
function rightOf(
  before: Attendance,
  presence: RightPresence,
  shift: Times,
  now: Date,
): Attendance | null {
  if (presence === null) return null
  const checkedInAt = new Date(presence.checkedInAt)
  const checkedOutAt = presence.checkedOutAt === null ? null : new Date(presence.checkedOutAt)
  const { opensAt, closesAt } = checkInWindow(shift)
  const isIn = checkedInAt >= opensAt && checkedInAt <= closesAt && checkedInAt <= now
  const isOut = checkedOutAt === null || (checkedOutAt >= checkedInAt && checkedOutAt <= now)
  if (!isIn || !isOut) throw refuse('correction_times_wrong')
  const cameThen = checkedInAt.getTime() === before.checkedInAt.getTime()
  return {
    ...before,
    checkedInAt,
    checkedInBy: cameThen ? before.checkedInBy : 'leader',
    checkedOutAt,
    checkedOutBy: checkedOutAt === null ? null : 'leader',
  }
}

async function notifyPerson(
  tx: Tx,
  { attendance: { personId }, shift, activity }: AttendanceOfShift,
  after: Attendance | null,
  actor: Actor,
  reason: string,
): Promise<void> {
  const names = await readPeopleNames(tx.db, tx.villageId, [actor.personId])
  const checkedOutAt = after?.checkedOutAt ?? null
  const minutes =
    after === null || checkedOutAt === null
      ? null
      : creditedMinutes(shift, { checkedInAt: after.checkedInAt, checkedOutAt })
  await sendMessage(tx, personId, 'attendance.corrected', {
    activityId: activity.activityId,
    shiftId: shift.shiftId,
    title: activity.title,
    leaderName: names.get(actor.personId) ?? null,
    checkedInAt: after?.checkedInAt.toISOString() ?? null,
    checkedOutAt: checkedOutAt?.toISOString() ?? null,
    minutes,
    reason,
  })
}
