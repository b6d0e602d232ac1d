import { offerCancelled } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import { selectClaims } from '../claims/claim.store.ts'
import type { Commands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { notifyHolders } from '../turns/notify-holders.ts'
import { aboutOffer, toHolder } from '../turns/turn-messages.ts'
import { changeOffer, lockOffer, type Offer } from './offer.store.ts'

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
    const bar = whyNotCancelling(offer, tx.now)
    if (bar !== null) throw bar
    const isPublished = offer.state === 'published'
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
    const params = { ...aboutOffer(offer), reason }
    await notifyHolders(
      tx,
      claims.map((claim) => ({ ...toHolder(claim), kind: 'offer.cancelled', params })),
    )
    return {}
  })
}

/** Why an offer cannot be cancelled now; null when it can. */
export function whyNotCancelling({ state, closesAt }: Offer, now: Date): Refusal | null {
  if (state === 'cancelled') return refuse('offer_cancelled')
  if (state !== 'published' && state !== 'draft') return refuse('offer_not_cancellable')
  // Once claims have closed, who stands in the queue is known: cancelling could be choosing.
  return state === 'published' && closesAt <= now ? refuse('offer_not_cancellable') : null
}
