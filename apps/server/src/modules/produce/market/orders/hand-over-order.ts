import type { Actor } from '../../../../platform/actor.ts'
import { earnFromCustomer } from '../../../money/index.ts'
import type { Tx } from '../../../record/index.ts'
import { lockHolds } from '../../lots/index.ts'
import type { MarketCommands } from '../parts.ts'
import { openRefund } from '../payments/open-refund.ts'
import { selectPaymentOfOrder } from '../payments/payment.store.ts'
import { refuse } from '../refusals.ts'
import { readHeldPacks } from './held-packs.ts'
import {
  lockOrder,
  markMissing,
  selectOrderPacks,
  setOrderState,
  type OrderPack,
} from './order.store.ts'
import { recordEnded } from './record-order.ts'

export interface HandOverInput {
  readonly orderId: string
  /** Numbers of packs that cannot be given: they are paid back. */
  readonly missing: readonly string[]
}

/**
 * Hands an order over to who has its code: what is given is the company's money now, what is missing
 * goes back to the customer.
 * @throws Refusal 'unknown_order', 'order_not_paid', 'order_ended', 'pack_not_of_order',
 *   'pack_recalled'
 */
export async function handOverOrder(
  { act, secrets }: MarketCommands,
  actor: Actor,
  key: string,
  input: HandOverInput,
): Promise<{ readonly orderId: string; readonly refundFen: number }> {
  const { orderId } = input
  const asked = { orderId, missing: [...input.missing] }
  return act({ name: 'hand-over-market-order', actor, key, input: asked }, async (tx) => {
    const { db, villageId, now } = tx
    await lockHolds(db, villageId, 'shared')
    const order = await lockOrder(db, villageId, orderId)
    if (order === null || order.channel === 'adoption') throw refuse('unknown_order')
    if (order.state === 'reserved') throw refuse('order_not_paid')
    if (order.state !== 'paid') throw refuse('order_ended')
    const packs = await selectOrderPacks(db, villageId, [orderId])
    const missing = await missingOf(tx, packs, input.missing)
    const refundFen = missing.reduce((sum, { priceFen }) => sum + priceFen, 0)
    const by = actor.personId
    await markMissing(
      db,
      villageId,
      orderId,
      missing.map(({ packId }) => packId),
    )
    await setOrderState(db, villageId, orderId, {
      state: 'handed_over',
      endedAt: now,
      endedBy: by,
    })
    const earned = order.totalFen - refundFen
    if (earned > 0) await earnFromCustomer(tx, { causeId: orderId, orderId, amountFen: earned })
    if (refundFen > 0) {
      const payment = await selectPaymentOfOrder(db, villageId, orderId)
      if (payment === null) throw refuse('unknown_payment')
      await openRefund(tx, payment, { amountFen: refundFen, because: 'missing' })
    }
    await recordEnded(tx, secrets, {
      orderId,
      by,
      outcome: 'handed_over',
      back: [],
      missing: missing.map(({ number }) => number),
      refundFen,
    })
    return { orderId, refundFen }
  })
}

/** What is not given; of the rest nothing may be recalled. */
async function missingOf(
  { db, villageId }: Tx,
  packs: readonly OrderPack[],
  numbers: readonly string[],
): Promise<readonly OrderPack[]> {
  const wanted = new Set(numbers)
  for (const number of wanted)
    if (!packs.some((pack) => pack.number === number))
      throw refuse('pack_not_of_order', { pack: number })
  const given = packs.filter(({ number }) => !wanted.has(number))
  const held = await readHeldPacks(db, villageId, given)
  const recalled = given.find(({ packId }) => held.has(packId))
  if (recalled !== undefined) throw refuse('pack_recalled', { pack: recalled.number })
  return packs.filter(({ number }) => wanted.has(number))
}
