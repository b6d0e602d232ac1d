import { inEveryVillage, type Job } from '../../../../platform/jobs.ts'
import { PaymentProblem, type PaymentProvider } from '../../../../platform/payment-provider.ts'
import { readPublicUrl } from '../../../community/index.ts'
import { endUnpaidOrder } from '../orders/end-unpaid-order.ts'
import { selectOrder, selectUnpaidSince } from '../orders/order.store.ts'
import type { MarketParts, PaymentParts } from '../parts.ts'
import { notifyUrlOf } from './notify-url.ts'
import {
  selectPaymentOfOrder,
  selectPendingPayments,
  selectPendingRefunds,
  selectRefundsOfOrders,
  type Payment,
  type Refund,
} from './payment.store.ts'
import { settlePayment } from './settle-payment.ts'
import { settleRefund } from './settle-refund.ts'

const MINUTE = 60_000
const AT_ONCE = 200
/** A provider that is away so long holds packs back no longer: what comes later goes back. */
const PATIENCE_MINUTES = 30
/** A notification comes within a minute; what was not told by then is asked for. */
const QUIET_MINUTES = 1

/** Every minute: what became of payments and refunds of which nobody told, and of time to pay that is over. */
export const followPaymentsJob = (parts: MarketParts): Job => ({
  name: 'follow-market-payments',
  everyMinutes: 1,
  run: async () => {
    await inEveryVillage(await parts.villageIds(), (villageId) => followPayments(parts, villageId))
  },
})

export async function followPayments(parts: PaymentParts, villageId: string): Promise<void> {
  const { database, clock, payments } = parts
  const now = clock.now()
  const openedBefore = new Date(now.getTime() - QUIET_MINUTES * MINUTE)
  const pending = await database.inVillage(villageId, (db) =>
    selectPendingPayments(db, villageId, { openedBefore, limit: AT_ONCE }),
  )
  for (const payment of pending) await followOne(parts, villageId, payment)
  const unpaid = await database.inVillage(villageId, (db) =>
    selectUnpaidSince(db, villageId, patienceEnd(now), AT_ONCE),
  )
  for (const orderId of unpaid) await endUnpaidOrder(parts, villageId, { orderId, isClosed: false })
  if (payments === null) return
  const refunds = await database.inVillage(villageId, (db) =>
    selectPendingRefunds(db, villageId, AT_ONCE),
  )
  for (const refund of refunds) await followRefund(parts, payments, villageId, refund)
}

const patienceEnd = (now: Date) => new Date(now.getTime() - PATIENCE_MINUTES * MINUTE)

/** Finds out what became of one payment; ends it where the time to pay is over. */
async function followOne(parts: PaymentParts, villageId: string, payment: Payment): Promise<void> {
  const { payments, database, clock } = parts
  const order = await database.inVillage(villageId, (db) =>
    selectOrder(db, villageId, payment.orderId),
  )
  const isOver = order?.state !== 'reserved' || (order.payBy ?? clock.now()) <= clock.now()
  const close = () => endUnpaidOrder(parts, villageId, { orderId: payment.orderId, isClosed: true })
  // Nobody was ever asked for this money.
  if (payment.askedAt === null) return void (isOver && (await close()))
  if (payments === null) return
  try {
    const found = await payments.find(payment.number)
    if (found.paid !== null) {
      await settlePayment(parts, villageId, { paymentNumber: payment.number, ...found.paid })
      return
    }
    const isEnded = found.state === 'closed' || found.state === 'failed'
    if (!isOver && !isEnded) return
    // The provider ends it first: from then on nobody can pay for packs that are somebody else's.
    if (!isEnded) await payments.close(payment.number)
    await close()
  } catch (error) {
    // Asked again in a minute: what became of it is not known.
    if (!(error instanceof PaymentProblem)) throw error
  }
}

/** Asks first what became of a refund; only one that the provider never heard of is asked for. */
async function followRefund(
  parts: PaymentParts,
  payments: PaymentProvider,
  villageId: string,
  refund: Refund,
): Promise<void> {
  try {
    const known = await payments.findRefund(refund.number)
    const found =
      known.state === 'unknown' ? await askRefund(parts, payments, villageId, refund) : known
    if (found.state === 'done' || found.state === 'failed')
      await settleRefund(parts, villageId, { refundNumber: refund.number, state: found.state })
  } catch (error) {
    if (!(error instanceof PaymentProblem)) throw error
    if (error.trouble === 'refused')
      await settleRefund(parts, villageId, { refundNumber: refund.number, state: 'failed' })
  }
}

async function askRefund(
  { database, publicUrl }: PaymentParts,
  payments: PaymentProvider,
  villageId: string,
  refund: Refund,
) {
  const { payment, address } = await database.inVillage(villageId, async (db) => ({
    payment: await selectPaymentOfOrder(db, villageId, refund.orderId),
    address: (await readPublicUrl(db, villageId, publicUrl)) ?? publicUrl,
  }))
  if (payment === null) throw new Error(`refund ${refund.refundId} is of no payment`)
  return payments.refund({
    refundNumber: refund.number,
    paymentNumber: payment.number,
    amountFen: refund.amountFen,
    totalFen: payment.amountFen,
    because: refund.because,
    notifyUrl: notifyUrlOf(address, villageId),
  })
}

/** Asks for what an order's customer gets back, at once instead of in a minute. */
export async function followRefundsOf(
  parts: PaymentParts,
  villageId: string,
  orderId: string,
): Promise<void> {
  const { database, payments } = parts
  if (payments === null) return
  const refunds = await database.inVillage(villageId, (db) =>
    selectRefundsOfOrders(db, villageId, [orderId]),
  )
  for (const refund of refunds)
    if (refund.state === 'pending') await followRefund(parts, payments, villageId, refund)
}
