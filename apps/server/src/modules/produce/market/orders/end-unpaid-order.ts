import { systemActor } from '../../../../platform/actor.ts'
import { orderGone } from '../events.ts'
import type { MarketCommands } from '../parts.ts'
import { endPayment, lockPayment, selectPaymentOfOrder } from '../payments/payment.store.ts'
import { givePlaceBack } from '../points/point.store.ts'
import { lockOrder, releasePacks, setOrderState } from './order.store.ts'

/**
 * Ends an order that nobody has paid in time: its packs and its place go back. `isClosed`: the
 * provider has ended the payment; else it may still come, and then goes back as a whole.
 */
export async function endUnpaidOrder(
  { act }: Pick<MarketCommands, 'act'>,
  villageId: string,
  { orderId, isClosed }: { readonly orderId: string; readonly isClosed: boolean },
): Promise<{ readonly isEnded: boolean }> {
  const actor = systemActor(villageId)
  const key = `market-lapse-${orderId}-${isClosed ? 'closed' : 'open'}`
  const input = { orderId, isClosed }
  return act({ name: 'end-unpaid-market-order', actor, key, input }, async (tx) => {
    const { db, now } = tx
    const order = await lockOrder(db, villageId, orderId)
    const known = await selectPaymentOfOrder(db, villageId, orderId)
    const payment = known && (await lockPayment(db, villageId, known.paymentId))
    if (isClosed && payment?.state === 'pending') {
      const ended = { state: 'closed', transactionId: null, at: now } as const
      await endPayment(db, villageId, payment.paymentId, ended)
    }
    if (order === null || order.state !== 'reserved' || payment?.state === 'paid')
      return { isEnded: false }
    await setOrderState(db, villageId, orderId, { state: 'lapsed', endedAt: now })
    await releasePacks(db, villageId, orderId, now)
    if (order.channel === 'adoption') await tx.publish(orderGone, { orderId })
    if (order.slotId !== null) await givePlaceBack(db, villageId, order.slotId)
    return { isEnded: true }
  })
}
