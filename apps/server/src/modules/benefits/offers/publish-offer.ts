import { offerPublished } from '@azalea/records'
import { offerBytes, type PublishedOffer } from '@azalea/scoring/order'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import { areKin } from '../../community/index.ts'
import { publishDocument } from '../../record/index.ts'
import type { Commands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { checkTerms } from './check-terms.ts'
import { changeOffer, lockOffer, type Offer } from './offer.store.ts'

/**
 * Publishes a draft: its words are fixed, and claims open at the time that it tells.
 * @throws Refusal 'unknown_offer', 'offer_not_draft', 'own_offer_draft', those of checkTerms
 */
export async function publishOffer(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  { offerId }: { readonly offerId: string },
): Promise<Record<string, never>> {
  return act({ name: 'publish-offer', actor, key, input: { offerId } }, async (tx) => {
    const offer = await lockOffer(tx.db, tx.villageId, offerId)
    if (offer === null) throw refuse('unknown_offer')
    const bar = await whyNotPublishing(tx.db, actor, offer)
    if (bar !== null) throw bar
    const rule = await checkTerms(tx.db, tx.villageId, offer, tx.now)
    const name = (await secrets.of(tx.db, tx.villageId)).pseudonym('offer', offerId)
    const told = publishedForm(offer, name, rule.hash)
    const document = await publishDocument(tx, Buffer.from(offerBytes(told)))
    await changeOffer(tx.db, tx.villageId, offerId, {
      state: 'published',
      published_by: actor.personId,
      published_at: tx.now,
    })
    tx.append(
      offerPublished({
        public: { offer: name, document, closesOn: told.closesOn },
        parts: [
          { personId: actor.personId, payload: { offerId, publishedBy: actor.personId } },
          { personId: offer.draftedBy, payload: { offerId, draftedBy: offer.draftedBy } },
        ],
      }),
    )
    return {}
  })
}

/** What bars a person from publishing an offer: it is no draft, or one of their own household. */
export async function whyNotPublishing(
  db: Db,
  { villageId, personId }: Actor,
  offer: Offer,
): Promise<Refusal | null> {
  if (offer.state !== 'draft') return refuse('offer_not_draft')
  const isOwn = await areKin(db, villageId, personId, [offer.draftedBy])
  return isOwn ? refuse('own_offer_draft') : null
}

function publishedForm(offer: Offer, name: string, rule: string): PublishedOffer {
  const { titleEn, wordsEn, claimant, ageFrom, ageTo, honourSince, opensAt, closesAt } = offer
  return {
    schema: 'azalea-offer/1',
    offer: name,
    kind: offer.kind,
    titleZh: offer.titleZh,
    ...(titleEn === null ? {} : { titleEn }),
    wordsZh: offer.wordsZh,
    ...(wordsEn === null ? {} : { wordsEn }),
    unit: offer.unit,
    ...(claimant === 'person' ? { claimant } : {}),
    ...(ageFrom === null ? {} : { ageFrom }),
    ...(ageTo === null ? {} : { ageTo }),
    supplyQuantity: offer.supplyQuantity,
    mostQuantity: offer.mostQuantity,
    rule,
    ...(honourSince === null ? {} : { honourSince }),
    groups: offer.groupNos.toSorted((a, b) => a - b),
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    closesOn: civilDay(closesAt),
    answerWithinDays: offer.answerWithinDays,
    publishes: offer.publishes,
  }
}
