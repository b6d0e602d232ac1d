import type { Db } from '../../../../platform/database/database.ts'
import type { Box } from '../geometry/ring.ts'
import type { LandTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<LandTables>()

/** Within which a village's plots are drawn; null: nobody has said. */
export async function selectBounds(db: Db, villageId: string): Promise<Box | null> {
  const row = await tables(db)
    .selectFrom('land_bounds')
    .selectAll()
    .where('village_id', '=', villageId)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    westE7: row.west_e7,
    southE7: row.south_e7,
    eastE7: row.east_e7,
    northE7: row.north_e7,
  }
}

export async function saveBounds(
  db: Db,
  villageId: string,
  { westE7, southE7, eastE7, northE7 }: Box,
  set: { readonly by: string; readonly at: Date },
): Promise<void> {
  const row = {
    west_e7: westE7,
    south_e7: southE7,
    east_e7: eastE7,
    north_e7: northE7,
    set_by: set.by,
    set_at: set.at,
  }
  await tables(db)
    .insertInto('land_bounds')
    .values({ village_id: villageId, ...row })
    .onConflict((conflict) => conflict.column('village_id').doUpdateSet(row))
    .execute()
}
