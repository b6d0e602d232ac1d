import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { StandingTables } from './tables.ts'

const tables = (db: Db) => db.withTables<StandingTables>()

/** What the boards hold of a household: whether it counts, and in which group. */
export interface ListedHousehold {
  readonly householdId: string
  readonly groupNo: number
  readonly listed: boolean
}

export async function selectListedHouseholds(
  db: Db,
  villageId: string,
  householdIds: readonly string[],
): Promise<Map<string, ListedHousehold>> {
  const rows = await tables(db)
    .selectFrom('standing_household')
    .select(['household_id', 'group_no', 'listed'])
    .where('village_id', '=', villageId)
    .where(sql<boolean>`household_id = any(${[...householdIds]}::uuid[])`)
    .execute()
  return new Map(
    rows.map((row) => [
      row.household_id,
      { householdId: row.household_id, groupNo: row.group_no, listed: row.listed },
    ]),
  )
}

export async function upsertListedHouseholds(
  db: Db,
  villageId: string,
  households: readonly ListedHousehold[],
): Promise<void> {
  if (households.length === 0) return
  await sql`
    INSERT INTO standing_household (village_id, household_id, group_no, listed)
    SELECT ${villageId}::text, * FROM unnest(
      ${households.map((household) => household.householdId)}::uuid[],
      ${households.map((household) => household.groupNo)}::smallint[],
      ${households.map((household) => household.listed)}::boolean[])
    ON CONFLICT (village_id, household_id) DO UPDATE
    SET group_no = excluded.group_no, listed = excluded.listed`.execute(db)
}
