import { offerCancelled } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import { sendMessages } from '../../community/index.ts'
import { selectClaims } from '../claims/claim.store.ts'
import type { Commands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { changeOffer, lockOffer } from './offer.store.ts'

/**
 * Cancels an offer before its claims close; whoever claimed is told why.
 * @throws Refusal 'unknown_offer', 'offer_cancelled', 'offer_not_cancellable'
 */
export async function cancelOffer(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  { offerId, reason }: { readonly offerId: string; readonly reason: string },
): Promise<Record<string, never>> {
  return act({ name: 'cancel-offer', actor, key, input: { offerId, reason } }, async (tx) => {
    const { db, villageId } = tx
    const offer = await lockOffer(db, villageId, offerId)
    if (offer === null) throw refuse('unknown_offer')
    if (offer.state === 'cancelled') throw refuse('offer_cancelled')
    const isPublished = offer.state === 'published'
    if (!isPublished && offer.state !== 'draft') throw refuse('offer_not_cancellable')
    // Once claims have closed, who stands in the queue is known: cancelling could be choosing.
    if (isPublished && offer.closesAt <= tx.now) throw refuse('offer_not_cancellable')
    await changeOffer(db, villageId, offerId, { state: 'cancelled', cancel_reason: reason })
    if (!isPublished) return {}
    const name = (await secrets.of(db, villageId)).pseudonym('offer', offerId)
    tx.append(
      offerCancelled({
        public: { offer: name },
        parts: [{ personId: actor.personId, payload: { offerId, reason } }],
      }),
    )
    const claims = await selectClaims(db, villageId, offerId)
    const params = { offerId, title: offer.titleZh, titleEn: offer.titleEn, reason }
    await sendMessages(
      tx,
      claims.map(({ personId }) => ({ personId, kind: 'offer.cancelled', params })),
    )
    return {}
  })
}
