import { marketProductWithdrawn } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import type { MarketCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { lockProduct, setWithdrawn } from './product.store.ts'

/**
 * Takes a product from sale, or drops a proposal; what was ordered before stays ordered.
 * @throws Refusal 'unknown_product', 'product_withdrawn'
 */
export async function withdrawProduct(
  { act, secrets }: MarketCommands,
  actor: Actor,
  key: string,
  { productId }: { readonly productId: string },
): Promise<Record<string, never>> {
  return act({ name: 'withdraw-market-product', actor, key, input: { productId } }, async (tx) => {
    const { db, villageId, now } = tx
    const product = await lockProduct(db, villageId, productId)
    if (product === null) throw refuse('unknown_product')
    if (product.withdrawnAt !== null) throw refuse('product_withdrawn')
    const withdrawnBy = actor.personId
    await setWithdrawn(db, villageId, productId, { by: withdrawnBy, at: now })
    if (product.confirmedAt === null) return {}
    const secret = await secrets.of(db, villageId)
    tx.append(
      marketProductWithdrawn({
        public: { product: secret.pseudonym('marketProduct', productId) },
        parts: [{ personId: withdrawnBy, payload: { productId, withdrawnBy } }],
      }),
    )
    return {}
  })
}
