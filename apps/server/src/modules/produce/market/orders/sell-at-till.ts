import { civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import type { Randomness } from '../../../../platform/identity.ts'
import { earnFromCustomer, receiveFromCustomer } from '../../../money/index.ts'
import type { MarketCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { takePacks } from '../stock/take-packs.ts'
import { codeFrom, insertNumbered, keepPacks } from './place-order.ts'
import { readWanted, type OrderItem } from './read-wanted.ts'
import { recordEnded, recordSold } from './record-order.ts'

export interface SellAtTillInput {
  readonly items: readonly OrderItem[]
  /** What the buyer was told that it costs. */
  readonly totalFen: number
}

export interface SoldAtTill {
  readonly orderId: string
  readonly number: string
  /** Which packs to give, by their labels. */
  readonly packs: string[]
  readonly totalFen: number
}

/**
 * Sells on the spot for cash: packs, money and hand-over in one.
 * @throws Refusal 'total_changed', those of readWanted and takePacks
 */
export async function sellAtTill(
  { act, secrets, randomness }: MarketCommands & { readonly randomness: Randomness },
  actor: Actor,
  key: string,
  input: SellAtTillInput,
): Promise<SoldAtTill> {
  const asked = { totalFen: input.totalFen, items: input.items.map((item) => ({ ...item })) }
  return act({ name: 'sell-at-market-till', actor, key, input: asked }, async (tx) => {
    const wanted = await readWanted(tx.db, tx.villageId, input.items)
    const packs = await takePacks(tx, wanted, civilDay(tx.now))
    const totalFen = packs.reduce((sum, { priceFen }) => sum + priceFen, 0)
    if (totalFen !== input.totalFen) throw refuse('total_changed')
    const by = actor.personId
    const { orderId, number } = await insertNumbered(tx, {
      code: codeFrom(randomness),
      channel: 'till',
      state: 'handed_over',
      customerId: null,
      slotId: null,
      name: null,
      address: null,
      addressHash: null,
      totalFen,
      placedAt: tx.now,
      payBy: null,
      paidAt: tx.now,
      endedAt: tx.now,
      endedBy: by,
    })
    await keepPacks(tx, orderId, packs)
    await receiveFromCustomer(tx, { causeId: orderId, orderId, amountFen: totalFen }, 'cash')
    await earnFromCustomer(tx, { causeId: orderId, orderId, amountFen: totalFen })
    await recordSold(tx, secrets, { orderId, by, means: 'cash', packs })
    const nothing = { back: [], missing: [], refundFen: 0 }
    await recordEnded(tx, secrets, { orderId, by, outcome: 'handed_over', ...nothing })
    return { orderId, number, packs: packs.map((pack) => pack.number), totalFen }
  })
}
