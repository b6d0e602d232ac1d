import type { Actor } from '../../../../platform/actor.ts'
import { readHousemates } from '../../../community/index.ts'
import type { MarketCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { wasPacked } from '../stock/stock.store.ts'
import { insertProduct } from './product.store.ts'

export interface ProposeProductInput {
  readonly nameZh: string
  readonly nameEn: string | null
  readonly crop: string
  readonly netGrams: number
  readonly priceFen: number
}

/**
 * Proposes to sell the packs of one crop and net weight at a price; nothing is on sale before a
 * second person confirms it. @throws Refusal 'no_such_packs'
 */
export async function proposeProduct(
  { act }: Pick<MarketCommands, 'act'>,
  actor: Actor,
  key: string,
  input: ProposeProductInput,
): Promise<{ readonly productId: string }> {
  return act({ name: 'propose-market-product', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId, now } = tx
    if (!(await wasPacked(db, villageId, input)))
      throw refuse('no_such_packs', { crop: input.crop })
    const productId = tx.newId()
    const { home } = await readHousemates(db, villageId, actor.personId)
    const proposed = {
      proposedBy: actor.personId,
      proposerHouseholdId: home,
      proposedAt: now,
    }
    await insertProduct(db, villageId, { ...input, productId, ...proposed })
    return { productId }
  })
}
