import type { Actor } from '../../../../platform/actor.ts'
import { orderGone } from '../events.ts'
import type { MarketCommands } from '../parts.ts'
import { lockPayment, selectPaymentOfOrder } from '../payments/payment.store.ts'
import { openRefund } from '../payments/open-refund.ts'
import { givePlaceBack, selectSlotsById } from '../points/point.store.ts'
import { refuse } from '../refusals.ts'
import {
  lockOrder,
  releasePacks,
  selectOrderByNumber,
  selectOrderPacks,
  setOrderState,
} from './order.store.ts'
import { recordEnded } from './record-order.ts'

/**
 * A customer calls an order off: what was not paid ends, what was paid goes back as a whole, as long
 * as nobody packs for it yet. A payment that comes nevertheless goes back, too.
 * @throws Refusal 'unknown_order', 'order_ended', 'order_closed_for_change'
 */
export async function cancelOrder(
  { act, secrets }: MarketCommands,
  actor: Actor,
  key: string,
  { number }: { readonly number: string },
): Promise<{ readonly orderId: string }> {
  return act({ name: 'cancel-market-order', actor, key, input: { number } }, async (tx) => {
    const { db, villageId, now } = tx
    const known = await selectOrderByNumber(db, villageId, number)
    const order = known && (await lockOrder(db, villageId, known.orderId))
    if (order === null || order.customerId !== actor.personId) throw refuse('unknown_order')
    if (order.state !== 'reserved' && order.state !== 'paid') throw refuse('order_ended')
    const { orderId, slotId, totalFen } = order
    const by = actor.personId
    if (order.state === 'paid') {
      const slot =
        slotId === null ? undefined : (await selectSlotsById(db, villageId, [slotId])).get(slotId)
      if (slot === undefined || slot.ordersUntil <= now) throw refuse('order_closed_for_change')
      const paid = await selectPaymentOfOrder(db, villageId, orderId)
      const payment = paid && (await lockPayment(db, villageId, paid.paymentId))
      if (payment === null) throw refuse('unknown_payment')
      await openRefund(tx, payment, { amountFen: totalFen, because: 'cancelled' })
      const packs = await selectOrderPacks(db, villageId, [orderId])
      const back = packs.map((pack) => pack.number)
      const ended = { orderId, by, back, missing: [], refundFen: totalFen }
      await recordEnded(tx, secrets, { ...ended, outcome: 'refunded' })
    }
    const state = order.state === 'paid' ? 'refunded' : 'cancelled'
    await setOrderState(db, villageId, orderId, { state, endedAt: now, endedBy: by })
    await releasePacks(db, villageId, orderId, now)
    if (order.channel === 'adoption') await tx.publish(orderGone, { orderId })
    if (slotId !== null) await givePlaceBack(db, villageId, slotId)
    return { orderId }
  })
}
