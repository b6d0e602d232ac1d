import { systemActor } from '../../../../platform/actor.ts'
import { receiveFromCustomer } from '../../../money/index.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import { orderPaid } from '../events.ts'
import { lockHolds } from '../../lots/index.ts'
import { readHeldPacks } from '../orders/held-packs.ts'
import {
  lockOrder,
  releasePacks,
  selectOrderPacks,
  setOrderState,
  type Order,
} from '../orders/order.store.ts'
import { recordSold } from '../orders/record-order.ts'
import type { MarketCommands } from '../parts.ts'
import { givePlaceBack } from '../points/point.store.ts'
import { refuse } from '../refusals.ts'
import { openRefund } from './open-refund.ts'
import { endPayment, lockPayment, selectPaymentByNumber, type Payment } from './payment.store.ts'

export interface PaidAtProvider {
  readonly paymentNumber: string
  readonly amountFen: number
  readonly transactionId: string
}

/**
 * Takes a customer's money in, once however often the provider tells of it: the order is paid. Where
 * its packs went back meanwhile, or are recalled, all of it goes back to the customer.
 * @throws Refusal 'unknown_payment', 'payment_differs'
 */
export async function settlePayment(
  { act, secrets }: MarketCommands,
  villageId: string,
  { paymentNumber, amountFen, transactionId }: PaidAtProvider,
): Promise<{ readonly isNew: boolean }> {
  const actor = systemActor(villageId)
  const key = `market-paid-${paymentNumber}`
  const input = { paymentNumber, amountFen, transactionId }
  return act({ name: 'settle-market-payment', actor, key, input }, async (tx) => {
    const { db, now } = tx
    const known = await selectPaymentByNumber(db, villageId, paymentNumber)
    if (known === null) throw refuse('unknown_payment')
    // Recalls and releases wait: who pays in the same moment is before them, or after.
    await lockHolds(db, villageId, 'shared')
    const order = await lockOrder(db, villageId, known.orderId)
    const payment = await lockPayment(db, villageId, known.paymentId)
    if (order === null || payment === null) throw refuse('unknown_payment')
    if (payment.amountFen !== amountFen) throw refuse('payment_differs')
    if (payment.state === 'paid') return { isNew: false }
    await endPayment(db, villageId, payment.paymentId, { state: 'paid', transactionId, at: now })
    const { orderId } = order
    await receiveFromCustomer(tx, { causeId: payment.paymentId, orderId, amountFen }, 'bank')
    await bookOrder(tx, secrets, order, payment)
    return { isNew: true }
  })
}

async function bookOrder(
  tx: Tx,
  secrets: VillageSecrets,
  order: Order,
  payment: Payment,
): Promise<void> {
  const { db, villageId, now } = tx
  const { orderId, customerId, slotId } = order
  const { amountFen } = payment
  if (order.state !== 'reserved') return openRefund(tx, payment, { amountFen, because: 'late' })
  if (order.channel === 'adoption') {
    await setOrderState(db, villageId, orderId, { state: 'paid', paidAt: now })
    return tx.publish(orderPaid, { orderId })
  }
  const packs = await selectOrderPacks(db, villageId, [orderId])
  const held = await readHeldPacks(db, villageId, packs)
  if (held.size > 0) {
    await setOrderState(db, villageId, orderId, { state: 'refunded', paidAt: now, endedAt: now })
    await releasePacks(db, villageId, orderId, now)
    if (slotId !== null) await givePlaceBack(db, villageId, slotId)
    return openRefund(tx, payment, { amountFen, because: 'recalled' })
  }
  await setOrderState(db, villageId, orderId, { state: 'paid', paidAt: now })
  await recordSold(tx, secrets, { orderId, by: customerId ?? '', means: 'online', packs })
}
