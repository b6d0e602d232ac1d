import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import { underLock } from '../../../../platform/database/under-lock.ts'
import { shiftQuery, toShiftOfActivity, type ShiftOfActivity } from '../shifts/sign-up.store.ts'
import type { Shift } from '../activity.store.ts'
import type { ParticipationTables } from '../../ground/tables.ts'

const tables = (db: Db) => db.withTables<ParticipationTables>()

export interface Attendance {
  readonly attendanceId: string
  readonly shiftId: string
  readonly personId: string
  readonly checkedInAt: Date
  readonly checkedInBy: 'code' | 'leader'
  /** Later than `checkedInAt` when an offline phone sent it afterwards. */
  readonly checkInReceivedAt: Date
  readonly checkedOutAt: Date | null
  readonly checkedOutBy: 'code' | 'leader' | 'clock' | null
  readonly leaderScore: number | null
  readonly scoreWords: string | null
  readonly scoredBy: string | null
  readonly scoredAt: Date | null
}

/** @throws DatabaseError of a duplicate when this person has checked in to this shift before */
export async function insertAttendance(
  db: Db,
  villageId: string,
  attendance: Attendance,
): Promise<void> {
  await insertion(db, villageId, attendance).execute()
}

/** False when this person has checked in to this shift before; waits for a rival to decide it. */
export async function insertAttendanceUnlessIn(
  db: Db,
  villageId: string,
  attendance: Attendance,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await insertion(db, villageId, attendance)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

function insertion(db: Db, villageId: string, attendance: Attendance) {
  return tables(db)
    .insertInto('attendance')
    .values({
      village_id: villageId,
      attendance_id: attendance.attendanceId,
      shift_id: attendance.shiftId,
      person_id: attendance.personId,
      checked_in_at: attendance.checkedInAt,
      checked_in_by: attendance.checkedInBy,
      check_in_received_at: attendance.checkInReceivedAt,
      ...toChangingColumns(attendance),
    })
}

export async function updateAttendance(
  db: Db,
  villageId: string,
  attendance: Attendance,
): Promise<void> {
  await tables(db)
    .updateTable('attendance')
    .set(toChangingColumns(attendance))
    .where('village_id', '=', villageId)
    .where('attendance_id', '=', attendance.attendanceId)
    .execute()
}

/** Sets when somebody came and left, as a leader corrects it. */
export async function updatePresence(
  db: Db,
  villageId: string,
  { attendanceId, checkedInAt, checkedInBy, checkedOutAt, checkedOutBy }: Attendance,
): Promise<void> {
  await tables(db)
    .updateTable('attendance')
    .set({
      checked_in_at: checkedInAt,
      checked_in_by: checkedInBy,
      checked_out_at: checkedOutAt,
      checked_out_by: checkedOutBy,
    })
    .where('village_id', '=', villageId)
    .where('attendance_id', '=', attendanceId)
    .execute()
}

/** Removes the attendance of somebody who was not there; the records tell of it. */
export async function deleteAttendance(
  db: Db,
  villageId: string,
  attendanceId: string,
): Promise<void> {
  await tables(db)
    .deleteFrom('attendance')
    .where('village_id', '=', villageId)
    .where('attendance_id', '=', attendanceId)
    .execute()
}

/** A person's attendance at a shift, held until the commit. */
export async function lockAttendanceOf(
  db: Db,
  villageId: string,
  shiftId: string,
  personId: string,
): Promise<Attendance | null> {
  const row = await tables(db)
    .selectFrom('attendance')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('shift_id', '=', shiftId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toAttendance(row) : null
}

export interface AttendanceOfShift extends ShiftOfActivity {
  readonly attendance: Attendance
}

/**
 * An attendance with its shift and activity: the activity is kept from closing, then the attendance
 * held. At which shift it is never changes.
 */
export async function lockAttendance(
  db: Db,
  villageId: string,
  attendanceId: string,
): Promise<AttendanceOfShift | null> {
  const attendance = tables(db)
    .selectFrom('attendance')
    .where('village_id', '=', villageId)
    .where('attendance_id', '=', attendanceId)
  const [around, row] = await underLock(
    db,
    (lock) =>
      shiftQuery(lock, villageId)
        .where('shift.shift_id', '=', attendance.select('shift_id'))
        .forShare('activity')
        .executeTakeFirst(),
    () => attendance.selectAll().forUpdate().executeTakeFirst(),
  )
  if (!row || !around) return null
  return { ...toShiftOfActivity(around), attendance: toAttendance(row) }
}

/** Whose attendance it is: that never changes. */
export async function selectAttendee(
  db: Db,
  villageId: string,
  attendanceId: string,
): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('attendance')
    .select('person_id')
    .where('village_id', '=', villageId)
    .where('attendance_id', '=', attendanceId)
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** A person's attendances at other shifts that are at the same time as this one. */
export async function selectRivalAttendances(
  db: Db,
  villageId: string,
  personId: string,
  { shiftId, startsAt, endsAt }: Shift,
): Promise<AttendanceOfShift[]> {
  const rows = await shiftQuery(db, villageId)
    .innerJoin('attendance', (join) =>
      join
        .onRef('attendance.village_id', '=', 'shift.village_id')
        .onRef('attendance.shift_id', '=', 'shift.shift_id'),
    )
    .selectAll('attendance')
    .where('attendance.village_id', '=', villageId)
    .where('attendance.person_id', '=', personId)
    .where('attendance.shift_id', '!=', shiftId)
    .where('activity.state', '!=', 'cancelled')
    .where('shift.starts_at', '<', endsAt)
    .where('shift.ends_at', '>', startsAt)
    .orderBy('shift.starts_at')
    .execute()
  return rows.map((row) => ({ ...toShiftOfActivity(row), attendance: toAttendance(row) }))
}

/** Everyone's attendances at these shifts, or one person's. */
export async function selectAttendances(
  db: Db,
  villageId: string,
  shiftIds: readonly string[],
  personId: string | null = null,
): Promise<Attendance[]> {
  if (shiftIds.length === 0) return []
  let query = tables(db)
    .selectFrom('attendance')
    .selectAll()
    .where('village_id', '=', villageId)
    .where(sql<boolean>`shift_id = any(${[...shiftIds]}::uuid[])`)
  if (personId !== null) query = query.where('person_id', '=', personId)
  const rows = await query.orderBy('checked_in_at').orderBy('attendance_id').execute()
  return rows.map(toAttendance)
}

/** Who is checked out of a shift and has no score yet, held until the commit. */
export async function lockUnscored(
  db: Db,
  villageId: string,
  shiftId: string,
): Promise<Attendance[]> {
  const rows = await tables(db)
    .selectFrom('attendance')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('shift_id', '=', shiftId)
    .where('checked_out_at', 'is not', null)
    .where('scored_at', 'is', null)
    .orderBy('attendance_id')
    .forUpdate()
    .execute()
  return rows.map(toAttendance)
}

/** The shifts that ended by then and still have somebody checked in. */
export async function selectForgottenShifts(
  db: Db,
  villageId: string,
  endedBy: Date,
): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('attendance')
    .innerJoin('shift', (join) =>
      join
        .onRef('shift.village_id', '=', 'attendance.village_id')
        .onRef('shift.shift_id', '=', 'attendance.shift_id'),
    )
    .select('shift.shift_id')
    .distinct()
    .where('attendance.village_id', '=', villageId)
    .where('attendance.checked_out_at', 'is', null)
    .where('shift.ends_at', '<=', endedBy)
    .orderBy('shift.shift_id')
    .execute()
  return rows.map((row) => row.shift_id)
}

/** Checks everyone still present out at the shift's end, for the clock; the closed attendances. */
export async function closeOpenAttendances(
  db: Db,
  villageId: string,
  shiftId: string,
  shiftEndsAt: Date,
): Promise<Attendance[]> {
  const rows = await tables(db)
    .updateTable('attendance')
    .set({ checked_out_at: shiftEndsAt, checked_out_by: 'clock' })
    .where('village_id', '=', villageId)
    .where('shift_id', '=', shiftId)
    .where('checked_out_at', 'is', null)
    .returningAll()
    .execute()
  return rows.map(toAttendance)
}

function toChangingColumns(attendance: Attendance) {
  return {
    checked_out_at: attendance.checkedOutAt,
    checked_out_by: attendance.checkedOutBy,
    leader_score: attendance.leaderScore,
    score_words: attendance.scoreWords,
    scored_by: attendance.scoredBy,
    scored_at: attendance.scoredAt,
  }
}

export function toAttendance(row: ParticipationTables['attendance']): Attendance {
  return {
    attendanceId: row.attendance_id,
    shiftId: row.shift_id,
    personId: row.person_id,
    checkedInAt: row.checked_in_at,
    checkedInBy: row.checked_in_by,
    checkInReceivedAt: row.check_in_received_at,
    checkedOutAt: row.checked_out_at,
    checkedOutBy: row.checked_out_by,
    leaderScore: row.leader_score,
    scoreWords: row.score_words,
    scoredBy: row.scored_by,
    scoredAt: row.scored_at,
  }
}
