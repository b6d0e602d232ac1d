import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { MarketTables, PaymentState, RefundReason, RefundState } from '../tables.ts'

const tables = (db: Db) => db.withTables<MarketTables>()

export interface Payment {
  readonly paymentId: string
  /** By which the provider knows it. */
  readonly number: string
  readonly orderId: string
  readonly provider: string
  readonly state: PaymentState
  readonly amountFen: number
  readonly askedAt: Date | null
}

export async function insertPayment(
  db: Db,
  villageId: string,
  payment: Omit<Payment, 'state' | 'askedAt'> & { readonly openedAt: Date },
): Promise<void> {
  await tables(db)
    .insertInto('market_payment')
    .values({
      village_id: villageId,
      payment_id: payment.paymentId,
      number: payment.number,
      order_id: payment.orderId,
      provider: payment.provider,
      state: 'pending',
      amount_fen: payment.amountFen,
      transaction_id: null,
      opened_at: payment.openedAt,
      asked_at: null,
      ended_at: null,
    })
    .execute()
}

const paymentsOf = (db: Db, villageId: string) =>
  tables(db).selectFrom('market_payment').selectAll().where('village_id', '=', villageId)

export async function selectPaymentOfOrder(
  db: Db,
  villageId: string,
  orderId: string,
): Promise<Payment | null> {
  const row = await paymentsOf(db, villageId).where('order_id', '=', orderId).executeTakeFirst()
  return row === undefined ? null : payment(row)
}

export async function selectPaymentByNumber(
  db: Db,
  villageId: string,
  number: string,
): Promise<Payment | null> {
  const row = await paymentsOf(db, villageId).where('number', '=', number).executeTakeFirst()
  return row === undefined ? null : payment(row)
}

/** Locked until the commit; null when there is none. */
export async function lockPayment(
  db: Db,
  villageId: string,
  paymentId: string,
): Promise<Payment | null> {
  const row = await paymentsOf(db, villageId)
    .where('payment_id', '=', paymentId)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : payment(row)
}

/** Those of which nobody knows yet what becomes of them, the oldest first. */
export async function selectPendingPayments(
  db: Db,
  villageId: string,
  { openedBefore, limit }: { readonly openedBefore: Date; readonly limit: number },
): Promise<readonly Payment[]> {
  const rows = await paymentsOf(db, villageId)
    .where('state', '=', 'pending')
    .where('opened_at', '<=', openedBefore)
    .orderBy('opened_at')
    .limit(limit)
    .execute()
  return rows.map(payment)
}

export async function noteAsked(
  db: Db,
  villageId: string,
  paymentId: string,
  at: Date,
): Promise<void> {
  await tables(db)
    .updateTable('market_payment')
    .set({ asked_at: sql`coalesce(asked_at, ${at})` })
    .where('village_id', '=', villageId)
    .where('payment_id', '=', paymentId)
    .execute()
}

export async function endPayment(
  db: Db,
  villageId: string,
  paymentId: string,
  ended: {
    readonly state: Exclude<PaymentState, 'pending'>
    readonly transactionId: string | null
    readonly at: Date
  },
): Promise<void> {
  await tables(db)
    .updateTable('market_payment')
    .set({ state: ended.state, transaction_id: ended.transactionId, ended_at: ended.at })
    .where('village_id', '=', villageId)
    .where('payment_id', '=', paymentId)
    .execute()
}

export interface Refund {
  readonly refundId: string
  readonly number: string
  readonly orderId: string
  readonly paymentId: string
  readonly amountFen: number
  readonly because: RefundReason
  readonly state: RefundState
}

export async function insertRefund(
  db: Db,
  villageId: string,
  refund: Omit<Refund, 'state'> & { readonly openedAt: Date },
): Promise<void> {
  await tables(db)
    .insertInto('market_refund')
    .values({
      village_id: villageId,
      refund_id: refund.refundId,
      number: refund.number,
      order_id: refund.orderId,
      payment_id: refund.paymentId,
      amount_fen: refund.amountFen,
      because: refund.because,
      state: 'pending',
      opened_at: refund.openedAt,
      ended_at: null,
    })
    .execute()
}

const refundsOf = (db: Db, villageId: string) =>
  tables(db).selectFrom('market_refund').selectAll().where('village_id', '=', villageId)

export async function selectRefundsOfOrders(
  db: Db,
  villageId: string,
  orderIds: readonly string[],
): Promise<readonly Refund[]> {
  if (orderIds.length === 0) return []
  const rows = await refundsOf(db, villageId)
    .where('order_id', 'in', [...orderIds])
    .orderBy('opened_at')
    .execute()
  return rows.map(refundOf)
}

export async function selectRefundByNumber(
  db: Db,
  villageId: string,
  number: string,
): Promise<Refund | null> {
  const row = await refundsOf(db, villageId).where('number', '=', number).executeTakeFirst()
  return row === undefined ? null : refundOf(row)
}

export async function selectPendingRefunds(
  db: Db,
  villageId: string,
  limit: number,
): Promise<readonly Refund[]> {
  const rows = await refundsOf(db, villageId)
    .where('state', '=', 'pending')
    .orderBy('opened_at')
    .limit(limit)
    .execute()
  return rows.map(refundOf)
}

/** Refunds that the provider could not give: somebody must see to them. */
export async function selectFailedRefunds(
  db: Db,
  villageId: string,
  limit: number,
): Promise<readonly Refund[]> {
  const rows = await refundsOf(db, villageId)
    .where('state', '=', 'failed')
    .orderBy('opened_at')
    .limit(limit)
    .execute()
  return rows.map(refundOf)
}

/** Locked until the commit; null when there is none. */
export async function lockRefund(
  db: Db,
  villageId: string,
  refundId: string,
): Promise<Refund | null> {
  const row = await refundsOf(db, villageId)
    .where('refund_id', '=', refundId)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : refundOf(row)
}

export async function endRefund(
  db: Db,
  villageId: string,
  refundId: string,
  ended: { readonly state: Exclude<RefundState, 'pending'>; readonly at: Date },
): Promise<void> {
  await tables(db)
    .updateTable('market_refund')
    .set({ state: ended.state, ended_at: ended.at })
    .where('village_id', '=', villageId)
    .where('refund_id', '=', refundId)
    .execute()
}

function payment(row: MarketTables['market_payment']): Payment {
  return {
    paymentId: row.payment_id,
    number: row.number,
    orderId: row.order_id,
    provider: row.provider,
    state: row.state,
    amountFen: Number(row.amount_fen),
    askedAt: row.asked_at,
  }
}

function refundOf(row: MarketTables['market_refund']): Refund {
  return {
    refundId: row.refund_id,
    number: row.number,
    orderId: row.order_id,
    paymentId: row.payment_id,
    amountFen: Number(row.amount_fen),
    because: row.because,
    state: row.state,
  }
}
