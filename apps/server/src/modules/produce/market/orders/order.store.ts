import { packNumber } from '@azalea/text'
import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import { plainArray } from '../../../../platform/database/plain-array.ts'
import type { MarketTables, OrderState } from '../tables.ts'

const tables = (db: Db) => db.withTables<MarketTables>()

export interface Order {
  readonly orderId: string
  readonly number: string
  readonly code: string
  readonly channel: MarketTables['market_order']['channel']
  readonly state: OrderState
  readonly customerId: string | null
  readonly slotId: string | null
  readonly name: string | null
  readonly address: string | null
  readonly totalFen: number
  readonly placedAt: Date
  readonly payBy: Date | null
  readonly paidAt: Date | null
  readonly endedAt: Date | null
}

export interface NewOrder extends Omit<Order, 'endedAt'> {
  readonly addressHash: string | null
  readonly endedAt: Date | null
  readonly endedBy: string | null
}

/** False when another order has this number. */
export async function insertOrder(db: Db, villageId: string, order: NewOrder): Promise<boolean> {
  const result = await tables(db)
    .insertInto('market_order')
    .values({
      village_id: villageId,
      order_id: order.orderId,
      number: order.number,
      code: order.code,
      channel: order.channel,
      state: order.state,
      customer_id: order.customerId,
      slot_id: order.slotId,
      name: order.name,
      address: order.address,
      address_hash: order.addressHash,
      total_fen: order.totalFen,
      placed_at: order.placedAt,
      pay_by: order.payBy,
      paid_at: order.paidAt,
      ended_at: order.endedAt,
      ended_by: order.endedBy,
    })
    .onConflict((conflict) => conflict.columns(['village_id', 'number']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export interface OrderPack {
  readonly orderId: string
  readonly packId: string
  readonly productId: string
  readonly priceFen: number
  /** As on its label. */
  readonly number: string
  readonly bestBefore: string
  readonly packingId: string
  readonly isMissing: boolean
  readonly isBack: boolean
}

/** The unique key of packs that somebody has refuses what was sold before. */
export async function insertOrderPacks(
  db: Db,
  villageId: string,
  orderId: string,
  packs: readonly { packId: string; productId: string; priceFen: number }[],
): Promise<void> {
  await tables(db)
    .insertInto('market_order_pack')
    .values(
      packs.map(({ packId, productId, priceFen }) => ({
        village_id: villageId,
        order_id: orderId,
        pack_id: packId,
        product_id: productId,
        price_fen: priceFen,
        is_missing: false,
        released_at: null,
      })),
    )
    .execute()
}

const ordersOf = (db: Db, villageId: string) =>
  tables(db).selectFrom('market_order').selectAll().where('village_id', '=', villageId)

/** Locked until the commit; null when there is none. */
export async function lockOrder(db: Db, villageId: string, orderId: string): Promise<Order | null> {
  const row = await ordersOf(db, villageId)
    .where('order_id', '=', orderId)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : presented(row)
}

export async function selectOrder(
  db: Db,
  villageId: string,
  orderId: string,
): Promise<Order | null> {
  const row = await ordersOf(db, villageId).where('order_id', '=', orderId).executeTakeFirst()
  return row === undefined ? null : presented(row)
}

export async function selectOrderByNumber(
  db: Db,
  villageId: string,
  number: string,
): Promise<Order | null> {
  const row = await ordersOf(db, villageId).where('number', '=', number).executeTakeFirst()
  return row === undefined ? null : presented(row)
}

/** By its number, or the code with which it is fetched; of several with one code the latest. */
export async function selectOrderByWord(
  db: Db,
  villageId: string,
  word: string,
): Promise<Order | null> {
  const row = await ordersOf(db, villageId)
    .where((where) => where.or([where('number', '=', word), where('code', '=', word)]))
    .orderBy(sql`state = 'paid'`, 'desc')
    .orderBy('placed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : presented(row)
}

/** The latest first. */
export async function selectOrdersOfCustomer(
  db: Db,
  villageId: string,
  customerId: string,
  limit: number,
): Promise<readonly Order[]> {
  const rows = await ordersOf(db, villageId)
    .where('customer_id', '=', customerId)
    .orderBy('placed_at', 'desc')
    .orderBy('order_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(presented)
}

/** What is to be packed for a slot, or was; by number. */
export async function selectOrdersOfSlot(
  db: Db,
  villageId: string,
  slotId: string,
): Promise<readonly Order[]> {
  const rows = await ordersOf(db, villageId)
    .where('slot_id', '=', slotId)
    .where('state', 'in', ['paid', 'handed_over'])
    .orderBy('placed_at')
    .orderBy('order_id')
    .execute()
  return rows.map(presented)
}

export async function selectLatestOrders(
  db: Db,
  villageId: string,
  limit: number,
): Promise<readonly Order[]> {
  const rows = await ordersOf(db, villageId)
    .orderBy('placed_at', 'desc')
    .orderBy('order_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(presented)
}

export interface OrderCounts {
  readonly unpaid: number
  readonly today: number
  readonly unpaidFromAddress: number
}

/** What counts against the limits of a telephone and of an address. */
export async function countOrders(
  db: Db,
  villageId: string,
  of: {
    readonly customerId: string
    readonly addressHash: string
    readonly dayAgo: Date
    readonly hourAgo: Date
  },
): Promise<OrderCounts> {
  const { rows } = await sql<{ unpaid: string; today: string; from_address: string }>`
    select
      (select count(*) from market_order where village_id = ${villageId}
        and customer_id = ${of.customerId} and state = 'reserved') as unpaid,
      (select count(*) from market_order where village_id = ${villageId}
        and customer_id = ${of.customerId} and placed_at > ${of.dayAgo}) as today,
      (select count(*) from market_order where village_id = ${villageId}
        and address_hash = ${of.addressHash} and placed_at > ${of.hourAgo}
        and state in ('reserved', 'lapsed')) as from_address`.execute(db)
  return {
    unpaid: Number(rows[0]?.unpaid ?? 0),
    today: Number(rows[0]?.today ?? 0),
    unpaidFromAddress: Number(rows[0]?.from_address ?? 0),
  }
}

export async function setOrderState(
  db: Db,
  villageId: string,
  orderId: string,
  change: {
    readonly state: OrderState
    readonly paidAt?: Date
    readonly endedAt?: Date
    readonly endedBy?: string
  },
): Promise<void> {
  await tables(db)
    .updateTable('market_order')
    .set({
      state: change.state,
      ...(change.paidAt === undefined ? {} : { paid_at: change.paidAt }),
      ...(change.endedAt === undefined ? {} : { ended_at: change.endedAt }),
      ...(change.endedBy === undefined ? {} : { ended_by: change.endedBy }),
    })
    .where('village_id', '=', villageId)
    .where('order_id', '=', orderId)
    .execute()
}

/** The packs of these orders, by number, also those that went back. */
export async function selectOrderPacks(
  db: Db,
  villageId: string,
  orderIds: readonly string[],
): Promise<readonly OrderPack[]> {
  if (orderIds.length === 0) return []
  const { rows } = await sql<{
    order_id: string
    pack_id: string
    product_id: string
    price_fen: number
    number: string
    serial: number
    best_before: string
    packing_id: string
    is_missing: boolean
    released_at: Date | null
  }>`
    select sold.order_id, sold.pack_id, sold.product_id, sold.price_fen, packing.number, pack.serial,
      packing.best_before, packing.packing_id, sold.is_missing, sold.released_at
    from market_order_pack sold
    join pack on pack.village_id = sold.village_id and pack.pack_id = sold.pack_id
    join packing on packing.village_id = pack.village_id and packing.packing_id = pack.packing_id
    where sold.village_id = ${villageId} and sold.order_id = any(${plainArray(orderIds)}::uuid[])
    order by sold.order_id, packing.number, pack.serial`.execute(db)
  return rows.map((row) => ({
    orderId: row.order_id,
    packId: row.pack_id,
    productId: row.product_id,
    priceFen: row.price_fen,
    number: packNumber(row.number, row.serial),
    bestBefore: row.best_before,
    packingId: row.packing_id,
    isMissing: row.is_missing,
    isBack: row.released_at !== null,
  }))
}

/** Puts packs of an order back into stock. */
export async function releasePacks(
  db: Db,
  villageId: string,
  orderId: string,
  at: Date,
): Promise<void> {
  await tables(db)
    .updateTable('market_order_pack')
    .set({ released_at: at })
    .where('village_id', '=', villageId)
    .where('order_id', '=', orderId)
    .where('released_at', 'is', null)
    .where('is_missing', '=', false)
    .execute()
}

export async function markMissing(
  db: Db,
  villageId: string,
  orderId: string,
  packIds: readonly string[],
): Promise<void> {
  if (packIds.length === 0) return
  await tables(db)
    .updateTable('market_order_pack')
    .set({ is_missing: true })
    .where('village_id', '=', villageId)
    .where('order_id', '=', orderId)
    .where('pack_id', 'in', [...packIds])
    .execute()
}

/** Orders that nobody has paid and whose time to pay is over. */
export async function selectUnpaidSince(
  db: Db,
  villageId: string,
  now: Date,
  limit: number,
): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('market_order')
    .select('order_id')
    .where('village_id', '=', villageId)
    .where('state', '=', 'reserved')
    .where('pay_by', '<=', now)
    .orderBy('pay_by')
    .limit(limit)
    .execute()
  return rows.map(({ order_id }) => order_id)
}

function presented(row: MarketTables['market_order']): Order {
  return {
    orderId: row.order_id,
    number: row.number,
    code: row.code,
    channel: row.channel,
    state: row.state,
    customerId: row.customer_id,
    slotId: row.slot_id,
    name: row.name,
    address: row.address,
    totalFen: Number(row.total_fen),
    placedAt: row.placed_at,
    payBy: row.pay_by,
    paidAt: row.paid_at,
    endedAt: row.ended_at,
  }
}
