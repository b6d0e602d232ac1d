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
  terms: OfferTerms,
): Promise<{ readonly offerId: string }> {
  const input = { ...terms, groupNos: [...new Set(terms.groupNos)] }
  const { groupNos, opensAt, closesAt } = input
  const asked = {
    ...input,
    groupNos,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
  }
  return act({ name: 'draft-offer', actor, key, input: asked }, async (tx) => {
    await checkTerms(tx.db, tx.villageId, input, tx.now)
    const offerId = tx.newId()
    const row = { ...input, offerId, draftedBy: actor.personId, draftedAt: tx.now }
    await insertOffer(tx.db, tx.villageId, row)
    return { offerId }
  })
}
