import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { Channel } from '../../tables.ts'
import type { PurchaseState, ShopTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<ShopTables>()

/** What a household reserved, and what became of it. */
export interface Purchase {
  readonly purchaseId: string
  readonly householdId: string
  readonly householdCode: string
  readonly personId: string
  readonly channel: Channel
  readonly enteredBy: string | null
  readonly goodRef: string
  /** As the sheet said when it was reserved. */
  readonly nameZh: string
  readonly nameEn: string
  readonly unitZh: string
  readonly unitEn: string
  readonly quantity: number
  readonly unitPointsHundredths: number
  readonly costFen: number
  readonly returnDays: number
  readonly state: PurchaseState
  readonly reservedAt: Date
  readonly fetchUntil: Date
  readonly handedBy: string | null
  readonly handedAt: Date | null
  readonly signedBy: string | null
  readonly fetchedAt: Date | null
  readonly returnedQuantity: number
  readonly returnedAt: Date | null
}

export type NewPurchase = Omit<
  Purchase,
  'state' | 'handedBy' | 'handedAt' | 'signedBy' | 'fetchedAt' | 'returnedQuantity' | 'returnedAt'
>

/** So many pieces of a lot. */
export interface Taking {
  readonly lotId: string
  readonly quantity: number
}

export async function insertPurchase(
  db: Db,
  villageId: string,
  purchase: NewPurchase,
  takings: readonly Taking[],
): Promise<void> {
  await tables(db)
    .insertInto('purchase')
    .values({
      village_id: villageId,
      purchase_id: purchase.purchaseId,
      household_id: purchase.householdId,
      household_code: purchase.householdCode,
      person_id: purchase.personId,
      channel: purchase.channel,
      entered_by: purchase.enteredBy,
      good_ref: purchase.goodRef,
      name_zh: purchase.nameZh,
      name_en: purchase.nameEn,
      unit_zh: purchase.unitZh,
      unit_en: purchase.unitEn,
      quantity: purchase.quantity,
      unit_points_hundredths: purchase.unitPointsHundredths,
      cost_fen: purchase.costFen,
      return_days: purchase.returnDays,
      state: 'reserved',
      reserved_at: purchase.reservedAt,
      fetch_until: purchase.fetchUntil,
      returned_quantity: 0,
    })
    .execute()
  await tables(db)
    .insertInto('purchase_lot')
    .values(
      takings.map(({ lotId, quantity }) => ({
        village_id: villageId,
        purchase_id: purchase.purchaseId,
        lot_id: lotId,
        quantity,
        back_quantity: 0,
      })),
    )
    .execute()
}

export async function lockPurchase(
  db: Db,
  villageId: string,
  purchaseId: string,
): Promise<Purchase | null> {
  const row = await purchaseQuery(db, villageId)
    .where('purchase_id', '=', purchaseId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toPurchase(row) : null
}

/** What a purchase took of which lot, without what went back. */
export async function selectTakings(
  db: Db,
  villageId: string,
  purchaseId: string,
): Promise<(Taking & { readonly expiresOn: string | null })[]> {
  const rows = await tables(db)
    .selectFrom('purchase_lot')
    .innerJoin('stock_lot', (join) =>
      join
        .onRef('stock_lot.village_id', '=', 'purchase_lot.village_id')
        .onRef('stock_lot.lot_id', '=', 'purchase_lot.lot_id'),
    )
    .select(['purchase_lot.lot_id', 'purchase_lot.quantity', 'back_quantity', 'expires_on'])
    .where('purchase_lot.village_id', '=', villageId)
    .where('purchase_id', '=', purchaseId)
    .orderBy(sql`expires_on desc nulls first`)
    .orderBy('purchase_lot.lot_id', 'desc')
    .execute()
  return rows.map((row) => ({
    lotId: row.lot_id,
    quantity: row.quantity - row.back_quantity,
    expiresOn: row.expires_on,
  }))
}

/** Notes what of a purchase went back into which lot. */
export async function noteBack(
  db: Db,
  villageId: string,
  purchaseId: string,
  back: readonly Taking[],
): Promise<void> {
  await sql`
    UPDATE purchase_lot SET back_quantity = back_quantity + back.quantity
    FROM unnest(${back.map(({ lotId }) => lotId)}::uuid[],
      ${back.map(({ quantity }) => quantity)}::integer[]) AS back (lot_id, quantity)
    WHERE purchase_lot.village_id = ${villageId} AND purchase_id = ${purchaseId}
      AND purchase_lot.lot_id = back.lot_id`.execute(db)
}

export type PurchaseChange = Partial<{
  readonly state: PurchaseState
  readonly handed_by: string | null
  readonly handed_at: Date | null
  readonly signed_by: string
  readonly fetched_at: Date
  readonly ended_at: Date
  readonly returned_quantity: number
  readonly returned_at: Date
  readonly returned_to: string
}>

export async function changePurchase(
  db: Db,
  villageId: string,
  purchaseId: string,
  change: PurchaseChange,
): Promise<void> {
  await tables(db)
    .updateTable('purchase')
    .set(change)
    .where('village_id', '=', villageId)
    .where('purchase_id', '=', purchaseId)
    .execute()
}

/** A household's purchases, the newest first. */
export async function selectPurchasesOf(
  db: Db,
  villageId: string,
  householdId: string,
  limit: number,
): Promise<Purchase[]> {
  const rows = await purchaseQuery(db, villageId)
    .where('household_id', '=', householdId)
    .orderBy('reserved_at', 'desc')
    .orderBy('purchase_id')
    .limit(limit)
    .execute()
  return rows.map(toPurchase)
}

/** What the household with this code has reserved or fetched, the newest first. */
export async function selectPurchasesByCode(
  db: Db,
  villageId: string,
  code: string,
  limit: number,
): Promise<Purchase[]> {
  const rows = await purchaseQuery(db, villageId)
    .where('household_code', '=', code)
    .where('state', 'in', ['reserved', 'handed', 'fetched'])
    .orderBy('reserved_at', 'desc')
    .orderBy('purchase_id')
    .limit(limit)
    .execute()
  return rows.map(toPurchase)
}

/** What is reserved or waits for its second signature, what was handed over first standing first. */
export async function selectOpenPurchases(
  db: Db,
  villageId: string,
  states: readonly ('reserved' | 'handed')[],
  limit: number,
): Promise<Purchase[]> {
  const rows = await purchaseQuery(db, villageId)
    .where('state', 'in', states)
    .orderBy('handed_at')
    .orderBy('fetch_until')
    .orderBy('purchase_id')
    .limit(limit)
    .execute()
  return rows.map(toPurchase)
}

/** Reservations of a household that were neither fetched nor ended. */
export async function selectReservedOf(
  db: Db,
  villageId: string,
  householdId: string,
): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('purchase')
    .select('purchase_id')
    .where('village_id', '=', villageId)
    .where('household_id', '=', householdId)
    .where('state', '=', 'reserved')
    .orderBy('purchase_id')
    .execute()
  return rows.map((row) => row.purchase_id)
}

/** Reservations that nobody fetched until an instant. */
export async function selectOverdue(db: Db, villageId: string, at: Date): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('purchase')
    .select('purchase_id')
    .where('village_id', '=', villageId)
    .where('state', '=', 'reserved')
    .where('fetch_until', '<=', at)
    .orderBy('purchase_id')
    .limit(1000)
    .execute()
  return rows.map((row) => row.purchase_id)
}

/** How many pieces of each lot are reserved: still on the shelf. */
export async function selectReservedByLot(db: Db, villageId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ lot_id: string; quantity: number }>`
    SELECT taken.lot_id, sum(taken.quantity - taken.back_quantity)::bigint AS quantity
    FROM purchase JOIN purchase_lot AS taken ON taken.village_id = purchase.village_id
      AND taken.purchase_id = purchase.purchase_id
    WHERE purchase.village_id = ${villageId} AND purchase.state = 'reserved'
    GROUP BY taken.lot_id`.execute(db)
  return new Map(rows.map((row) => [row.lot_id, Number(row.quantity)]))
}

/** Purchases whose points or pieces are not where their state says. */
export async function selectUnevenPurchases(db: Db, villageId: string): Promise<string[]> {
  const { rows } = await sql<{ purchase_id: string }>`
    SELECT purchase.purchase_id FROM purchase
    LEFT JOIN ledger_account AS hold ON hold.village_id = purchase.village_id
      AND hold.account_id = 'wallet/hold/' || purchase.purchase_id
    LEFT JOIN (
      SELECT purchase_id, sum(quantity) AS taken, sum(back_quantity) AS back
      FROM purchase_lot WHERE village_id = ${villageId} GROUP BY purchase_id
    ) AS lots ON lots.purchase_id = purchase.purchase_id
    WHERE purchase.village_id = ${villageId} AND (
      lots.taken IS DISTINCT FROM purchase.quantity
      OR lots.back <> CASE WHEN purchase.state IN ('cancelled', 'lapsed') THEN purchase.quantity
        ELSE purchase.returned_quantity END
      OR hold.balance IS DISTINCT FROM CASE WHEN purchase.state IN ('reserved', 'handed')
        THEN purchase.quantity * purchase.unit_points_hundredths ELSE 0 END)
    ORDER BY purchase.purchase_id LIMIT 100`.execute(db)
  return rows.map((row) => row.purchase_id)
}

function purchaseQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('purchase').selectAll().where('village_id', '=', villageId)
}

function toPurchase(row: ShopTables['purchase']): Purchase {
  return {
    purchaseId: row.purchase_id,
    householdId: row.household_id,
    householdCode: row.household_code,
    personId: row.person_id,
    channel: row.channel,
    enteredBy: row.entered_by,
    goodRef: row.good_ref,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    unitZh: row.unit_zh,
    unitEn: row.unit_en,
    quantity: row.quantity,
    unitPointsHundredths: row.unit_points_hundredths,
    costFen: row.cost_fen,
    returnDays: row.return_days,
    state: row.state,
    reservedAt: row.reserved_at,
    fetchUntil: row.fetch_until,
    handedBy: row.handed_by,
    handedAt: row.handed_at,
    signedBy: row.signed_by,
    fetchedAt: row.fetched_at,
    returnedQuantity: row.returned_quantity,
    returnedAt: row.returned_at,
  }
}
