import type { NewMessage } from '../../community/index.ts'
import type { Offer } from '../offers/offer.store.ts'
import type { QueueTurn } from './turn.store.ts'

/** What every message about an offer tells; the reader's application has the words. */
export function aboutOffer({ offerId, titleZh, titleEn, unit }: Offer) {
  return { offerId, title: titleZh, titleEn, unit }
}

/** It is somebody's turn: for how much, and until when to answer. */
export function calledMessage(
  offer: Offer,
  { householdId, personId, place, givenQuantity, dueOn }: QueueTurn,
): HouseholdMessage {
  const params = { ...aboutOffer(offer), place, quantity: givenQuantity, dueOn }
  return { householdId, personId, kind: 'turn.called', params }
}

/** The order is drawn, and nothing comes to this place yet. */
export function waitingMessage(
  offer: Offer,
  { householdId, personId, place }: QueueTurn,
): HouseholdMessage {
  return { householdId, personId, kind: 'turn.waiting', params: { ...aboutOffer(offer), place } }
}

/** What a household learns: a claim is the household's, whoever of it made it. */
export interface HouseholdMessage extends NewMessage {
  readonly householdId: string
}
