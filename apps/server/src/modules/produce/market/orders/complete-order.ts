import { earnFromCustomer } from '../../../money/index.ts'
import type { Tx } from '../../../record/index.ts'
import { openRefund } from '../payments/open-refund.ts'
import { selectPaymentOfOrder } from '../payments/payment.store.ts'
import { refuse } from '../refusals.ts'
import type { RefundReason } from '../tables.ts'
import { lockOrder, setOrderState } from './order.store.ts'

/**
 * Ends a paid order that is not of packs: so much goes back to the customer, the rest is the company's.
 * @throws Refusal 'unknown_order', 'order_not_paid', 'order_ended'
 */
export async function completeOrder(
  tx: Tx,
  orderId: string,
  ended: { readonly by: string; readonly refundFen: number; readonly because: RefundReason },
): Promise<void> {
  const { db, villageId, now } = tx
  const order = await lockOrder(db, villageId, orderId)
  if (order === null) throw refuse('unknown_order')
  if (order.state === 'reserved') throw refuse('order_not_paid')
  if (order.state !== 'paid') throw refuse('order_ended')
  const { refundFen: amountFen, because, by } = ended
  const earned = order.totalFen - amountFen
  const state = earned > 0 ? 'handed_over' : 'refunded'
  await setOrderState(db, villageId, orderId, { state, endedAt: now, endedBy: by })
  if (earned > 0) await earnFromCustomer(tx, { causeId: orderId, orderId, amountFen: earned })
  if (amountFen === 0) return
  const payment = await selectPaymentOfOrder(db, villageId, orderId)
  if (payment === null) throw refuse('unknown_payment')
  await openRefund(tx, payment, { amountFen, because })
}
