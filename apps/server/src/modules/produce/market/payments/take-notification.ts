import { PaymentProblem, type RawNotification } from '../../../../platform/payment-provider.ts'
import type { PaymentParts } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { settlePayment } from './settle-payment.ts'
import { settleRefund } from './settle-refund.ts'

/**
 * Takes what the provider tells by itself; told again it changes nothing.
 * @throws Refusal 'payments_off', 'notification_refused' for what the provider has not signed within
 *   the last five minutes, those of settlePayment and settleRefund
 */
export async function takeNotification(
  parts: PaymentParts,
  villageId: string,
  raw: RawNotification,
): Promise<void> {
  const { payments } = parts
  if (payments === null) throw refuse('payments_off')
  const told = readNotification(payments, raw)
  if (told.about === 'refund') {
    const { state } = told.found
    if (state === 'done' || state === 'failed')
      await settleRefund(parts, villageId, { refundNumber: told.refundNumber, state })
    return
  }
  const { paid } = told.found
  if (paid !== null)
    await settlePayment(parts, villageId, { paymentNumber: told.paymentNumber, ...paid })
}

function readNotification(payments: NonNullable<PaymentParts['payments']>, raw: RawNotification) {
  try {
    return payments.readNotification(raw)
  } catch (error) {
    if (error instanceof PaymentProblem) throw refuse('notification_refused')
    throw error
  }
}
