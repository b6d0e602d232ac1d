import { marketProductOffered } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import { requireSecondPerson } from '../../../community/index.ts'
import { openPayee, villageCompany } from '../../../money/index.ts'
import type { MarketCommands } from '../parts.ts'
import { priceOffices } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { isOffered, lockProduct, setConfirmed } from './product.store.ts'

/**
 * Puts a product on sale, as the second person, of another household than proposed its price.
 * @throws Refusal 'unknown_product', 'product_confirmed', 'product_withdrawn',
 *   'product_offered_already', those of requireSecondPerson
 */
export async function confirmProduct(
  { act, secrets }: MarketCommands,
  actor: Actor,
  key: string,
  { productId }: { readonly productId: string },
): Promise<Record<string, never>> {
  return act({ name: 'confirm-market-product', actor, key, input: { productId } }, async (tx) => {
    const { db, villageId, now } = tx
    const product = await lockProduct(db, villageId, productId)
    if (product === null) throw refuse('unknown_product')
    if (product.withdrawnAt !== null) throw refuse('product_withdrawn')
    if (product.confirmedAt !== null) throw refuse('product_confirmed')
    await requireSecondPerson(tx, priceOffices, product, actor.personId)
    if (await isOffered(db, villageId, product)) throw refuse('product_offered_already')
    const confirmedBy = actor.personId
    await setConfirmed(db, villageId, productId, { by: confirmedBy, at: now })
    // Whoever sells owes it to the company later; its account is opened before the first sale.
    openPayee(tx, villageCompany)
    const secret = await secrets.of(db, villageId)
    const { crop, netGrams: grams, priceFen, proposedBy } = product
    tx.append(
      marketProductOffered({
        public: { product: secret.pseudonym('marketProduct', productId), crop, grams, priceFen },
        parts: [
          { personId: proposedBy, payload: { productId, proposedBy } },
          { personId: confirmedBy, payload: { productId, confirmedBy } },
        ],
      }),
    )
    return {}
  })
}
