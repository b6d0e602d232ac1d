import type { Db } from '../../../../platform/database/database.ts'
import type { ShopTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<ShopTables>()

/** When the shop hands over: a market day, an hour after the meeting. */
export interface Opening {
  readonly openingId: string
  readonly opensAt: Date
  readonly closesAt: Date
}

export async function insertOpening(
  db: Db,
  villageId: string,
  opening: Opening & { readonly announcedBy: string; readonly announcedAt: Date },
): Promise<void> {
  await tables(db)
    .insertInto('shop_opening')
    .values({
      village_id: villageId,
      opening_id: opening.openingId,
      opens_at: opening.opensAt,
      closes_at: opening.closesAt,
      announced_by: opening.announcedBy,
      announced_at: opening.announcedAt,
    })
    .execute()
}

/** False when there is none to cancel. */
export async function cancelOpeningRow(
  db: Db,
  villageId: string,
  openingId: string,
  at: Date,
): Promise<boolean> {
  const result = await tables(db)
    .updateTable('shop_opening')
    .set({ cancelled_at: at })
    .where('village_id', '=', villageId)
    .where('opening_id', '=', openingId)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Openings that are not over, the next first. */
export async function selectOpenings(
  db: Db,
  villageId: string,
  from: Date,
  limit: number,
): Promise<Opening[]> {
  const rows = await tables(db)
    .selectFrom('shop_opening')
    .select(['opening_id', 'opens_at', 'closes_at'])
    .where('village_id', '=', villageId)
    .where('closes_at', '>', from)
    .where('cancelled_at', 'is', null)
    .orderBy('opens_at')
    .orderBy('opening_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    openingId: row.opening_id,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
  }))
}
