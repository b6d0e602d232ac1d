import type { Tx } from '../../../record/index.ts'
import type { RefundReason } from '../tables.ts'
import { insertRefund, type Payment } from './payment.store.ts'

/** Notes that money goes back; the provider is asked once this has been committed. */
export async function openRefund(
  tx: Tx,
  payment: Pick<Payment, 'paymentId' | 'orderId'>,
  { amountFen, because }: { readonly amountFen: number; readonly because: RefundReason },
): Promise<void> {
  const refundId = tx.newId()
  const { orderId, paymentId } = payment
  const number = numberOf(refundId)
  const refund = { refundId, number, orderId, paymentId, amountFen, because }
  await insertRefund(tx.db, tx.villageId, { ...refund, openedAt: tx.now })
}

/** What the provider knows something by: 32 characters, as an id without its strokes. */
export const numberOf = (id: string) => id.replaceAll('-', '')
