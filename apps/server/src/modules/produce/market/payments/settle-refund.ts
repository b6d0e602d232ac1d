import { systemActor } from '../../../../platform/actor.ts'
import { payBackCustomer } from '../../../money/index.ts'
import type { MarketCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { endRefund, lockRefund, selectRefundByNumber } from './payment.store.ts'

/**
 * Books that money has reached the customer again, once; or that it could not, which somebody must see
 * to: it stays owed. @throws Refusal 'unknown_payment'
 */
export async function settleRefund(
  { act }: Pick<MarketCommands, 'act'>,
  villageId: string,
  { refundNumber, state }: { readonly refundNumber: string; readonly state: 'done' | 'failed' },
): Promise<{ readonly isNew: boolean }> {
  const actor = systemActor(villageId)
  const key = `market-back-${refundNumber}-${state}`
  const input = { refundNumber, state }
  return act({ name: 'settle-market-refund', actor, key, input }, async (tx) => {
    const { db, now } = tx
    const known = await selectRefundByNumber(db, villageId, refundNumber)
    const refund = known && (await lockRefund(db, villageId, known.refundId))
    if (refund === null) throw refuse('unknown_payment')
    if (refund.state === 'done' || refund.state === state) return { isNew: false }
    const { refundId, orderId, amountFen } = refund
    await endRefund(db, villageId, refundId, { state, at: now })
    if (state === 'done') await payBackCustomer(tx, { causeId: refundId, orderId, amountFen })
    return { isNew: true }
  })
}
