import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

/** A household's leaving that was entered from paper and waits. */
export interface LeaveOnPaper {
  readonly householdId: string
  readonly givenBy: string
  readonly recordedBy: string
  /** Where whoever entered it lived then. */
  readonly recorderHouseholdId: string | null
  readonly enteredAt: Date
}

/** False when one waits for this household already. */
export async function insertLeave(
  db: Db,
  villageId: string,
  leave: LeaveOnPaper,
): Promise<boolean> {
  const result = await tables(db)
    .insertInto('leave_on_paper')
    .values({
      village_id: villageId,
      household_id: leave.householdId,
      given_by: leave.givenBy,
      recorded_by: leave.recordedBy,
      recorder_household_id: leave.recorderHouseholdId,
      entered_at: leave.enteredAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** What waits: of one household, or of all (null); entered at or before an instant, where one is given. */
export async function selectLeaves(
  db: Db,
  villageId: string,
  which: { readonly householdId: string | null; readonly until: Date | null },
): Promise<LeaveOnPaper[]> {
  let query = tables(db)
    .selectFrom('leave_on_paper')
    .selectAll()
    .where('village_id', '=', villageId)
  if (which.householdId !== null) query = query.where('household_id', '=', which.householdId)
  if (which.until !== null) query = query.where('entered_at', '<=', which.until)
  const rows = await query.orderBy('entered_at').orderBy('household_id').execute()
  return rows.map((row) => ({
    householdId: row.household_id,
    givenBy: row.given_by,
    recordedBy: row.recorded_by,
    recorderHouseholdId: row.recorder_household_id,
    enteredAt: row.entered_at,
  }))
}

export async function deleteLeave(db: Db, villageId: string, householdId: string): Promise<void> {
  await tables(db)
    .deleteFrom('leave_on_paper')
    .where('village_id', '=', villageId)
    .where('household_id', '=', householdId)
    .execute()
}
