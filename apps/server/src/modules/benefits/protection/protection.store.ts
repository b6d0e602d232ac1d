import type { Db } from '../../../platform/database/database.ts'
import type { BenefitsTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<BenefitsTables>()

/** The households that the village voted to protect. */
export async function selectProtected(db: Db, villageId: string): Promise<Map<string, string>> {
  const rows = await tables(db)
    .selectFrom('protected_household')
    .select(['household_id', 'resolved_on'])
    .where('village_id', '=', villageId)
    .orderBy('entered_at')
    .execute()
  return new Map(rows.map((row) => [row.household_id, row.resolved_on]))
}

/** False when the household was entered before. */
export async function insertProtected(
  db: Db,
  villageId: string,
  row: {
    readonly householdId: string
    readonly resolvedOn: string
    readonly enteredBy: string
    readonly enteredAt: Date
  },
): Promise<boolean> {
  const result = await tables(db)
    .insertInto('protected_household')
    .values({
      village_id: villageId,
      household_id: row.householdId,
      resolved_on: row.resolvedOn,
      entered_by: row.enteredBy,
      entered_at: row.enteredAt,
    })
    .onConflict((conflict) => conflict.columns(['village_id', 'household_id']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** False when the household was not entered. */
export async function deleteProtected(
  db: Db,
  villageId: string,
  householdId: string,
): Promise<boolean> {
  const result = await tables(db)
    .deleteFrom('protected_household')
    .where('village_id', '=', villageId)
    .where('household_id', '=', householdId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}
