import { attendanceCheckedOut } from '@azalea/records'
import { systemActor } from '../../../../platform/actor.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database/database.ts'
import type { NewId } from '../../../../platform/identity.ts'
import { inEveryVillage, type Job } from '../../../../platform/jobs.ts'
import { selectVillageIds, sendMessages } from '../../../community/index.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import { shiftFacts } from '../activity-record.ts'
import { closeOpenAttendances, selectForgottenShifts, type Attendance } from './attendance.store.ts'
import type { Commands } from '../../ground/commands.ts'
import { pseudonymsOf } from '../../ground/pseudonyms.ts'
import { CHECK_OUT_WAITS_MINUTES, creditedMinutes, minutesAfter } from '../shifts/shift-times.ts'
import { lockShift, type ShiftOfActivity } from '../shifts/sign-up.store.ts'

/** What the clock works with. */
export type ClockParts = Pick<Commands, 'act' | 'secrets'> & {
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
}

/** The clock's work in every village, every five minutes. */
export function forgottenCheckOutsJob(parts: ClockParts): Job {
  return {
    name: 'close-forgotten-check-outs',
    everyMinutes: 5,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => closeForgottenCheckOuts(parts, villageId))
    },
  }
}

/**
 * Checks out, at the planned end, whoever forgot to by half an hour after it; the person and the
 * leader are told. Each shift is a command of its own: running it twice, or on two servers at
 * once, closes nobody twice.
 * @returns how many were checked out
 */
export async function closeForgottenCheckOuts(
  { act, secrets, database, clock, newId }: ClockParts,
  villageId: string,
): Promise<number> {
  const endedBy = minutesAfter(clock.now(), -CHECK_OUT_WAITS_MINUTES)
  const shiftIds = await database.inVillage(villageId, (db) =>
    selectForgottenShifts(db, villageId, endedBy),
  )
  let closed = 0
  for (const shiftId of shiftIds) {
    const command = { name: 'close-forgotten-check-outs', input: { shiftId } }
    closed += await act(
      { ...command, actor: systemActor(villageId), key: `clock-${newId()}` },
      (tx) => closeShift(tx, secrets, shiftId),
    )
  }
  return closed
}

async function closeShift(tx: Tx, secrets: VillageSecrets, shiftId: string): Promise<number> {
  const held = await lockShift(tx.db, tx.villageId, shiftId, 'activity')
  if (held === null) return 0
  const { shift } = held
  const closed = await closeOpenAttendances(tx.db, tx.villageId, shiftId, shift.endsAt)
  const names = await pseudonymsOf(tx, secrets)
  for (const { attendanceId, personId, checkedInAt } of closed)
    tx.append(
      attendanceCheckedOut(
        shiftFacts(shift, personId, names, {
          attendanceId,
          at: shift.endsAt.toISOString(),
          by: 'clock',
          minutes: creditedMinutes(shift, { checkedInAt, checkedOutAt: shift.endsAt }),
        }),
      ),
    )
  if (closed.length > 0) await notifyAll(tx, held, closed)
  return closed.length
}

async function notifyAll(
  tx: Tx,
  { shift, activity }: ShiftOfActivity,
  closed: readonly Attendance[],
): Promise<void> {
  const { activityId, title, leaderId } = activity
  const about = { activityId, shiftId: shift.shiftId, title, at: shift.endsAt.toISOString() }
  await sendMessages(tx, [
    ...closed.map(({ personId }) => ({ personId, kind: 'check_out.by_clock', params: about })),
    {
      personId: leaderId,
      kind: 'check_out.by_clock_for_people',
      params: { ...about, count: closed.length },
    },
  ])
}
