import type { Actor } from '../../../../platform/actor.ts'
import { resolveHeld, selectReached } from '../../packs/index.ts'
import type { Held } from '../../lots/index.ts'
import { selectCustomers } from '../customers/customer.store.ts'
import { selectOrder } from '../orders/order.store.ts'
import { noteLooks } from '../customers/look.store.ts'
import type { MarketLookers } from '../parts.ts'
import { selectSoldOf } from './recalled.store.ts'

const SHOWN_PACKS = 5_000

/**
 * Which customers have something of what a recall reaches, to be telephoned: of packs that were paid
 * or handed over. At the till nobody's number is known. Each customer can see later that somebody
 * looked. @throws Refusal those of resolveHeld
 */
export async function readRecalledOrders(
  { database, clock, newId }: MarketLookers,
  actor: Actor,
  asked: Held,
) {
  const { villageId } = actor
  return database.inVillage(villageId, async (db) => {
    const held = await resolveHeld(db, villageId, asked)
    const { lotIds } = await selectReached(db, villageId, held, 1)
    const packId = held.reach === 'pack' ? held.target : null
    const sold = await selectSoldOf(db, villageId, { lotIds, packId }, SHOWN_PACKS)
    const items = []
    const seen: string[] = []
    for (const orderId of new Set(sold.map((one) => one.orderId))) {
      const order = await selectOrder(db, villageId, orderId)
      if (order === null) continue
      const customerIds = order.customerId === null ? [] : [order.customerId]
      seen.push(...customerIds)
      const customers = await selectCustomers(db, villageId, customerIds)
      items.push({
        number: order.number,
        state: order.state,
        channel: order.channel,
        name: order.name,
        phone: customers.get(order.customerId ?? '')?.phone ?? null,
        packs: sold.filter((one) => one.orderId === orderId).map((one) => one.packNumber),
      })
    }
    await noteLooks(db, actor, seen, { why: 'recall', at: clock.now(), newId })
    return { items }
  })
}
