import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { AdoptionTables, ShareState } from '../tables.ts'

const tables = (db: Db) => db.withTables<AdoptionTables>()

export interface Share {
  readonly adoptionId: string
  readonly offerId: string
  readonly shareNo: number
  readonly orderId: string
  /** Of its order, for people. */
  readonly number: string
  readonly customerId: string
  readonly state: ShareState
  readonly recordId: string | null
  readonly begunAt: Date
  readonly adoptedAt: Date | null
  readonly endedAt: Date | null
  readonly refundFen: number
}

/** Numbers of shares that nobody has, from the lowest; whoever takes one holds the offer's row. */
export async function selectFreeShares(
  db: Db,
  villageId: string,
  { offerId, shareCount }: { readonly offerId: string; readonly shareCount: number },
  limit: number,
): Promise<readonly number[]> {
  const { rows } = await sql<{ no: number }>`
    SELECT no FROM generate_series(1, ${shareCount}::int) AS no
    WHERE NOT EXISTS (SELECT FROM adoption WHERE village_id = ${villageId}
      AND offer_id = ${offerId}::uuid AND share_no = no AND state <> 'lapsed')
    ORDER BY no LIMIT ${limit}`.execute(db)
  return rows.map(({ no }) => no)
}

/** The unique key of shares that somebody has refuses what was sold before. */
export async function insertShare(
  db: Db,
  villageId: string,
  share: Omit<Share, 'endedAt' | 'refundFen'>,
): Promise<void> {
  await tables(db)
    .insertInto('adoption')
    .values({
      village_id: villageId,
      adoption_id: share.adoptionId,
      offer_id: share.offerId,
      share_no: share.shareNo,
      order_id: share.orderId,
      number: share.number,
      customer_id: share.customerId,
      state: share.state,
      record_id: share.recordId,
      begun_at: share.begunAt,
      adopted_at: share.adoptedAt,
      ended_at: null,
      refund_fen: 0,
    })
    .execute()
}

const sharesOf = (db: Db, villageId: string) =>
  tables(db).selectFrom('adoption').selectAll().where('village_id', '=', villageId)

/** Of an order, the one that waits for its payment; null when there is none. */
export async function selectHeldShare(
  db: Db,
  villageId: string,
  orderId: string,
): Promise<Share | null> {
  const row = await sharesOf(db, villageId)
    .where('order_id', '=', orderId)
    .where('state', '=', 'held')
    .executeTakeFirst()
  return row === undefined ? null : presented(row)
}

export async function selectShare(
  db: Db,
  villageId: string,
  adoptionId: string,
): Promise<Share | null> {
  const row = await sharesOf(db, villageId).where('adoption_id', '=', adoptionId).executeTakeFirst()
  return row === undefined ? null : presented(row)
}

/** Of an order the share that it is of now, the latest of several. */
export async function selectShareByNumber(
  db: Db,
  villageId: string,
  number: string,
): Promise<Share | null> {
  const row = await sharesOf(db, villageId)
    .where('number', '=', number)
    .orderBy('begun_at', 'desc')
    .orderBy('adoption_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : presented(row)
}

/** Those of an offer that are somebody's, by number. */
export async function selectShares(
  db: Db,
  villageId: string,
  offerId: string,
): Promise<readonly Share[]> {
  const rows = await sharesOf(db, villageId)
    .where('offer_id', '=', offerId)
    .where('state', '<>', 'lapsed')
    .orderBy('share_no')
    .execute()
  return rows.map(presented)
}

/** A customer's, the latest first. */
export async function selectSharesOfCustomer(
  db: Db,
  villageId: string,
  customerId: string,
): Promise<readonly Share[]> {
  const rows = await sharesOf(db, villageId)
    .where('customer_id', '=', customerId)
    .where('state', 'not in', ['lapsed', 'carried'])
    .orderBy('begun_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(presented)
}

export async function setShareState(
  db: Db,
  villageId: string,
  adoptionId: string,
  change: {
    readonly state: ShareState
    readonly recordId?: string
    readonly adoptedAt?: Date
    readonly endedAt?: Date
    readonly refundFen?: number
  },
): Promise<void> {
  const { state, recordId, adoptedAt, endedAt, refundFen } = change
  await tables(db)
    .updateTable('adoption')
    .set({
      state,
      ...(recordId === undefined ? {} : { record_id: recordId }),
      ...(adoptedAt === undefined ? {} : { adopted_at: adoptedAt }),
      ...(endedAt === undefined ? {} : { ended_at: endedAt }),
      ...(refundFen === undefined ? {} : { refund_fen: refundFen }),
    })
    .where('village_id', '=', villageId)
    .where('adoption_id', '=', adoptionId)
    .execute()
}

export interface Delivery {
  readonly deliveryId: string
  readonly adoptionId: string
  readonly quantity: number
  readonly deliveredOn: string
}

export async function insertDelivery(
  db: Db,
  villageId: string,
  delivery: Delivery & { readonly enteredBy: string; readonly enteredAt: Date },
): Promise<void> {
  await tables(db)
    .insertInto('adoption_delivery')
    .values({
      village_id: villageId,
      delivery_id: delivery.deliveryId,
      adoption_id: delivery.adoptionId,
      quantity: delivery.quantity,
      delivered_on: delivery.deliveredOn,
      entered_by: delivery.enteredBy,
      entered_at: delivery.enteredAt,
    })
    .execute()
}

export async function selectDeliveries(
  db: Db,
  villageId: string,
  adoptionIds: readonly string[],
): Promise<readonly Delivery[]> {
  if (adoptionIds.length === 0) return []
  const rows = await tables(db)
    .selectFrom('adoption_delivery')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('adoption_id', 'in', [...adoptionIds])
    .orderBy('delivered_on')
    .orderBy('delivery_id')
    .execute()
  return rows.map((row) => ({
    deliveryId: row.delivery_id,
    adoptionId: row.adoption_id,
    quantity: row.quantity,
    deliveredOn: row.delivered_on,
  }))
}

/** What each has had. */
export function sumDelivered(deliveries: readonly Delivery[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { adoptionId, quantity } of deliveries)
    sums.set(adoptionId, (sums.get(adoptionId) ?? 0) + quantity)
  return sums
}

function presented(row: AdoptionTables['adoption']): Share {
  return {
    adoptionId: row.adoption_id,
    offerId: row.offer_id,
    shareNo: row.share_no,
    orderId: row.order_id,
    number: row.number,
    customerId: row.customer_id,
    state: row.state,
    recordId: row.record_id,
    begunAt: row.begun_at,
    adoptedAt: row.adopted_at,
    endedAt: row.ended_at,
    refundFen: row.refund_fen,
  }
}
