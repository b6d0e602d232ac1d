import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { ShopTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<ShopTables>()

/** Goods that came in together. */
export interface Lot {
  readonly lotId: string
  readonly goodRef: string
  readonly enteredQuantity: number
  /** Without what is reserved. */
  readonly leftQuantity: number
  readonly unitCostFen: number
  /** The last day on which it is handed over; null: it keeps. */
  readonly expiresOn: string | null
  readonly enteredBy: string
  readonly enteredAt: Date
}

export async function insertLot(
  db: Db,
  villageId: string,
  lot: Omit<Lot, 'leftQuantity'>,
): Promise<void> {
  await tables(db)
    .insertInto('stock_lot')
    .values({
      village_id: villageId,
      lot_id: lot.lotId,
      good_ref: lot.goodRef,
      entered_quantity: lot.enteredQuantity,
      left_quantity: lot.enteredQuantity,
      unit_cost_fen: lot.unitCostFen,
      expires_on: lot.expiresOn,
      entered_by: lot.enteredBy,
      entered_at: lot.enteredAt,
    })
    .execute()
}

/** Lots of a good that keep up to a day, held until the commit, what expires first standing first. */
export async function lockLotsOf(
  db: Db,
  villageId: string,
  goodRef: string,
  keepsUntil: string,
): Promise<Lot[]> {
  const rows = await lotQuery(db, villageId)
    .where('good_ref', '=', goodRef)
    .where('left_quantity', '>', 0)
    .where(sql<boolean>`(expires_on is null or expires_on >= ${keepsUntil}::date)`)
    .orderBy(sql`expires_on nulls last`)
    .orderBy('lot_id')
    .forUpdate()
    .execute()
  return rows.map(toLot)
}

export async function lockLot(db: Db, villageId: string, lotId: string): Promise<Lot | null> {
  const row = await lotQuery(db, villageId)
    .where('lot_id', '=', lotId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toLot(row) : null
}

/** Lots of every good, those with something left or reserved, and the newest of the others. */
export async function selectLots(db: Db, villageId: string, limit: number): Promise<Lot[]> {
  const rows = await lotQuery(db, villageId)
    .orderBy(sql`left_quantity = 0`)
    .orderBy('good_ref')
    .orderBy(sql`expires_on nulls last`)
    .orderBy('lot_id')
    .limit(limit)
    .execute()
  return rows.map(toLot)
}

/** What can be reserved of each good on a day, and the cheapest cost of one piece. */
export async function selectStock(
  db: Db,
  villageId: string,
  keepsUntil: string,
): Promise<Map<string, { readonly leftQuantity: number; readonly unitCostFen: number }>> {
  const rows = await tables(db)
    .selectFrom('stock_lot')
    .select([
      'good_ref',
      sql<number>`sum(left_quantity)::bigint`.as('left'),
      sql<number>`(array_agg(unit_cost_fen order by expires_on nulls last, lot_id))[1]`.as('cost'),
    ])
    .where('village_id', '=', villageId)
    .where('left_quantity', '>', 0)
    .where(sql<boolean>`(expires_on is null or expires_on >= ${keepsUntil}::date)`)
    .groupBy('good_ref')
    .execute()
  return new Map(
    rows.map((row) => [
      row.good_ref,
      { leftQuantity: Number(row.left), unitCostFen: Number(row.cost) },
    ]),
  )
}

/** Puts so many pieces into lots, or takes them out; locks them in the order in which buyers do. */
export async function moveStock(
  db: Db,
  villageId: string,
  moves: readonly { readonly lotId: string; readonly quantity: number }[],
): Promise<void> {
  await sql`
    WITH held AS (
      SELECT lot_id FROM stock_lot
      WHERE village_id = ${villageId} AND lot_id = any(${moves.map(({ lotId }) => lotId)}::uuid[])
      ORDER BY expires_on NULLS LAST, lot_id FOR UPDATE
    )
    UPDATE stock_lot SET left_quantity = left_quantity + move.quantity
    FROM held JOIN unnest(${moves.map(({ lotId }) => lotId)}::uuid[],
      ${moves.map(({ quantity }) => quantity)}::integer[]) AS move (lot_id, quantity) USING (lot_id)
    WHERE stock_lot.village_id = ${villageId} AND stock_lot.lot_id = held.lot_id`.execute(db)
}

/** Lots whose stock is not what came in, was corrected and was taken. */
export async function selectUnevenLots(db: Db, villageId: string): Promise<string[]> {
  const { rows } = await sql<{ lot_id: string }>`
    SELECT lot.lot_id FROM stock_lot AS lot
    LEFT JOIN (
      SELECT taken.lot_id, sum(taken.quantity - taken.back_quantity) AS quantity
      FROM purchase_lot AS taken WHERE taken.village_id = ${villageId} GROUP BY taken.lot_id
    ) AS taken ON taken.lot_id = lot.lot_id
    LEFT JOIN (
      SELECT lot_id, sum(quantity) AS quantity FROM stock_move
      WHERE village_id = ${villageId} AND state = 'signed' GROUP BY lot_id
    ) AS moved ON moved.lot_id = lot.lot_id
    WHERE lot.village_id = ${villageId} AND lot.left_quantity <> lot.entered_quantity
      + coalesce(moved.quantity, 0) - coalesce(taken.quantity, 0)
    ORDER BY lot.lot_id LIMIT 100`.execute(db)
  return rows.map((row) => row.lot_id)
}

function lotQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('stock_lot').selectAll().where('village_id', '=', villageId)
}

function toLot(row: ShopTables['stock_lot']): Lot {
  return {
    lotId: row.lot_id,
    goodRef: row.good_ref,
    enteredQuantity: row.entered_quantity,
    leftQuantity: row.left_quantity,
    unitCostFen: row.unit_cost_fen,
    expiresOn: row.expires_on,
    enteredBy: row.entered_by,
    enteredAt: row.entered_at,
  }
}
