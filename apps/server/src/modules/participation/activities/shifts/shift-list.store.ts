import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import { shiftQuery, toShiftOfActivity, type ShiftOfActivity } from './sign-up.store.ts'

/** The shifts of approved activities at a post (or of an activity's own place) that touch a span. */
export async function selectShiftsAt(
  db: Db,
  villageId: string,
  place: { readonly postSubjectId: string } | { readonly activityId: string },
  span: { readonly from: Date; readonly to: Date | null; readonly limit: number },
): Promise<ShiftOfActivity[]> {
  let query = shiftQuery(db, villageId)
    .where('activity.state', '=', 'approved')
    .where('shift.ends_at', '>=', span.from)
  if ('postSubjectId' in place)
    query = query.where('shift.post_subject_id', '=', place.postSubjectId)
  else
    query = query
      .where('shift.activity_id', '=', place.activityId)
      .where('shift.post_subject_id', 'is', null)
  if (span.to) query = query.where('shift.starts_at', '<=', span.to)
  const rows = await query
    .orderBy('shift.starts_at')
    .orderBy('shift.shift_id')
    .limit(span.limit)
    .execute()
  return rows.map(toShiftOfActivity)
}

/** How many are checked in and not out, of each of these shifts where anyone is. */
export async function countPresent(
  db: Db,
  villageId: string,
  shiftIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ shift_id: string; present: number }>`
    select shift_id, count(*) as present from attendance
    where village_id = ${villageId} and shift_id = any(${[...shiftIds]}::uuid[]) and checked_out_at is null
    group by shift_id`.execute(db)
  return new Map(rows.map((row) => [row.shift_id, row.present]))
}

/** The shifts a person had a place in and that are over for them, latest first, after a position. */
export async function selectPastShifts(
  db: Db,
  villageId: string,
  personId: string,
  page: {
    readonly now: Date
    readonly after: { readonly startsAt: Date; readonly shiftId: string } | null
    readonly limit: number
  },
): Promise<ShiftOfActivity[]> {
  let query = shiftQuery(db, villageId)
    .innerJoin('sign_up', (join) =>
      join
        .onRef('sign_up.village_id', '=', 'shift.village_id')
        .onRef('sign_up.shift_id', '=', 'shift.shift_id'),
    )
    .where('sign_up.village_id', '=', villageId)
    .where('sign_up.person_id', '=', personId)
    .where('sign_up.state', '=', 'confirmed')
    .where('activity.state', 'in', ['approved', 'closed'])
    .where('shift.ends_at', '<', page.now)
    .where((select) =>
      select.not(
        select.exists(
          select
            .selectFrom('attendance')
            .select('attendance.attendance_id')
            .whereRef('attendance.village_id', '=', 'shift.village_id')
            .whereRef('attendance.shift_id', '=', 'shift.shift_id')
            .where('attendance.person_id', '=', personId)
            .where('attendance.checked_out_at', 'is', null),
        ),
      ),
    )
  if (page.after)
    query = query.where(
      sql<boolean>`(shift.starts_at, shift.shift_id) < (${page.after.startsAt}, ${page.after.shiftId}::uuid)`,
    )
  const rows = await query
    .orderBy('shift.starts_at', 'desc')
    .orderBy('shift.shift_id', 'desc')
    .limit(page.limit)
    .execute()
  return rows.map(toShiftOfActivity)
}

/** Every shift a person ever signed up for, oldest first, with what became of it. */
export async function selectEverySignUp(
  db: Db,
  villageId: string,
  personId: string,
): Promise<(ShiftOfActivity & { state: string; signedUpAt: Date })[]> {
  const rows = await shiftQuery(db, villageId)
    .innerJoin('sign_up', (join) =>
      join
        .onRef('sign_up.village_id', '=', 'shift.village_id')
        .onRef('sign_up.shift_id', '=', 'shift.shift_id'),
    )
    .select(['sign_up.state as sign_up_state', 'sign_up.signed_up_at'])
    .where('sign_up.village_id', '=', villageId)
    .where('sign_up.person_id', '=', personId)
    .orderBy('shift.starts_at')
    .orderBy('shift.shift_id')
    .execute()
  return rows.map((row) => ({
    ...toShiftOfActivity(row),
    state: row.sign_up_state,
    signedUpAt: row.signed_up_at,
  }))
}
