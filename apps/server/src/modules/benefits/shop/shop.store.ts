import type { Db } from '../../../platform/database/database.ts'
import type { ShopTables } from './tables.ts'

const tables = (db: Db) => db.withTables<ShopTables>()

/** From which budget the village pays what its shop hands over; null: none was chosen. */
export async function selectShopBudget(db: Db, villageId: string): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('shop')
    .select('budget_id')
    .where('village_id', '=', villageId)
    .executeTakeFirst()
  return row?.budget_id ?? null
}

export async function saveShopBudget(
  db: Db,
  villageId: string,
  chosen: { readonly budgetId: string; readonly chosenBy: string; readonly chosenAt: Date },
): Promise<void> {
  const values = {
    budget_id: chosen.budgetId,
    chosen_by: chosen.chosenBy,
    chosen_at: chosen.chosenAt,
  }
  await tables(db)
    .insertInto('shop')
    .values({ village_id: villageId, ...values })
    .onConflict((conflict) => conflict.column('village_id').doUpdateSet(values))
    .execute()
}
