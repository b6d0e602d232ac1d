import { PaymentProblem } from '../../../../platform/payment-provider.ts'
import { readPublicUrl, readVillage } from '../../../community/index.ts'
import { selectOrderByNumber } from '../orders/order.store.ts'
import type { PaymentParts } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { notifyUrlOf } from './notify-url.ts'
import { noteAsked, selectPaymentOfOrder } from './payment.store.ts'

export interface StartPaymentInput {
  readonly number: string
  readonly customerId: string
  /** From where the customer pays: the provider compares it. */
  readonly payerAddress: string
}

/**
 * The provider's page on which an order is paid: asked for outside of any transaction, under the
 * payment's one number, so that asking again opens no second payment.
 * @throws Refusal 'payments_off', 'unknown_order', 'order_ended', 'payment_away'
 */
export async function startPayment(
  parts: PaymentParts,
  villageId: string,
  { number, customerId, payerAddress }: StartPaymentInput,
): Promise<{ readonly payUrl: string }> {
  const { database, payments, clock, publicUrl } = parts
  if (payments === null) throw refuse('payments_off')
  const due = await database.inVillage(villageId, async (db) => {
    const order = await selectOrderByNumber(db, villageId, number)
    if (order === null || order.customerId !== customerId) throw refuse('unknown_order')
    const payment = await selectPaymentOfOrder(db, villageId, order.orderId)
    const { payBy } = order
    if (order.state !== 'reserved' || payment === null || payBy === null || payBy <= clock.now())
      throw refuse('order_ended')
    await noteAsked(db, villageId, payment.paymentId, clock.now())
    const address = (await readPublicUrl(db, villageId, publicUrl)) ?? publicUrl
    const village = await readVillage(db, villageId)
    return { payment, payBy, address, villageName: village?.name ?? '' }
  })
  try {
    return await payments.open({
      paymentNumber: due.payment.number,
      amountFen: due.payment.amountFen,
      description: `${due.villageName} ${number}`,
      expiresAt: due.payBy,
      notifyUrl: notifyUrlOf(due.address, villageId),
      payerAddress,
    })
  } catch (error) {
    if (error instanceof PaymentProblem) throw refuse('payment_away')
    throw error
  }
}
