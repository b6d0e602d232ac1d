import { packNumber } from '@azalea/text'
import type { Tx } from '../../../record/index.ts'
import { lockHolds } from '../../lots/index.ts'
import type { Product } from '../products/product.store.ts'
import { refuse } from '../refusals.ts'
import { readHeldStock } from './held-stock.ts'
import { lockStock, selectFirstExpiring } from './stock.store.ts'

export interface WantedPacks {
  readonly product: Product
  readonly count: number
}

export interface TakenPack {
  readonly packId: string
  readonly number: string
  readonly productId: string
  readonly priceFen: number
}

/**
 * Packs for an order, those that expire first: nobody else has them, nothing of them is held, and
 * both stays so until the commit.
 * @throws Refusal 'too_few_packs'
 */
export async function takePacks(
  { db, villageId }: Pick<Tx, 'db' | 'villageId'>,
  wanted: readonly WantedPacks[],
  keepsUntil: string,
): Promise<readonly TakenPack[]> {
  await lockHolds(db, villageId, 'shared')
  const byKind = wanted.toSorted((one, other) =>
    kindOf(one.product) < kindOf(other.product) ? -1 : 1,
  )
  for (const { product } of byKind) await lockStock(db, villageId, product)
  const crops = [...new Set(wanted.map(({ product }) => product.crop))]
  const held = await readHeldStock(db, villageId, { crops, keepsUntil, isLocked: true })
  const taken: TakenPack[] = []
  for (const { product, count } of byKind) {
    const { productId, priceFen } = product
    const packs = await selectFirstExpiring(db, villageId, product, { count, keepsUntil, held })
    if (packs.length < count)
      throw refuse('too_few_packs', { product: product.nameZh, left: packs.length })
    for (const { packId, packingNumber, serial } of packs)
      taken.push({ packId, number: packNumber(packingNumber, serial), productId, priceFen })
  }
  return taken
}

const kindOf = ({ crop, netGrams }: Product) => `${crop} ${netGrams}`
