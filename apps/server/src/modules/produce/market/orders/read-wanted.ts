import type { Db } from '../../../../platform/database/database.ts'
import { selectProductsById } from '../products/product.store.ts'
import { refuse } from '../refusals.ts'
import type { WantedPacks } from '../stock/take-packs.ts'

export interface OrderItem {
  readonly productId: string
  readonly count: number
}

/** What is asked for, of products that are on sale. @throws Refusal 'product_twice', 'unknown_product' */
export async function readWanted(
  db: Db,
  villageId: string,
  items: readonly OrderItem[],
): Promise<readonly WantedPacks[]> {
  const ids = items.map(({ productId }) => productId)
  if (new Set(ids).size < ids.length) throw refuse('product_twice')
  const products = await selectProductsById(db, villageId, ids)
  return items.map(({ productId, count }) => {
    const product = products.get(productId)
    if (product === undefined || product.confirmedAt === null || product.withdrawnAt !== null)
      throw refuse('unknown_product')
    return { product, count }
  })
}
