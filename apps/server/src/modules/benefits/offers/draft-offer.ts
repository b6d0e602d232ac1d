import type { Actor } from '../../../platform/actor.ts'
import type { Tx } from '../../record/index.ts'
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
  const { opensAt, closesAt } = input
  const asked = {
    ...input,
    groupNos: [...new Set(input.groupNos)],
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
  }
  return act({ name: 'draft-offer', actor, key, input: asked }, async (tx) => ({
    offerId: await enterDraft(tx, actor.personId, input),
  }))
}

/**
 * The same within the caller's transaction, for who keeps something of their own beside the offer.
 * @throws Refusal those of checkTerms
 */
export async function enterDraft(tx: Tx, draftedBy: string, input: OfferTerms): Promise<string> {
  const terms = { ...input, groupNos: [...new Set(input.groupNos)] }
  await checkTerms(tx.db, tx.villageId, terms, tx.now)
  const offerId = tx.newId()
  await insertOffer(tx.db, tx.villageId, { ...terms, offerId, draftedBy, draftedAt: tx.now })
  return offerId
}
