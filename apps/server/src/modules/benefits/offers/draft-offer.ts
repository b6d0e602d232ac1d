import type { Actor } from '../../../platform/actor.ts'
import type { Commands } from '../parts.ts'
import { checkTerms } from './check-terms.ts'
import { insertOffer, type OfferTerms } from './offer.store.ts'

/**
 * Drafts an offer of something scarce; somebody of another household publishes it.
 * @throws Refusal those of checkTerms
 */
export async function draftOffer(
  { act }: Commands,
  actor: Actor,
  key: string,
  input: OfferTerms,
): Promise<{ readonly offerId: string }> {
  const terms = { ...input, groupNos: [...new Set(input.groupNos)] }
  const { opensAt, closesAt } = terms
  const asked = {
    ...terms,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
  }
  return act({ name: 'draft-offer', actor, key, input: asked }, async (tx) => {
    await checkTerms(tx.db, tx.villageId, terms, tx.now)
    const offerId = tx.newId()
    const row = { ...terms, offerId, draftedBy: actor.personId, draftedAt: tx.now }
    await insertOffer(tx.db, tx.villageId, row)
    return { offerId }
  })
}
