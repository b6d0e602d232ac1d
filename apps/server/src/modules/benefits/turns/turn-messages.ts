import { isPersons } from '../claims/holder.ts'
import type { NewMessage } from '../../community/index.ts'
import type { Offer } from '../offers/offer.store.ts'
import type { QueueTurn } from './turn.store.ts'

/** What every message about an offer tells; the reader's application has the words. */
export function aboutOffer({ offerId, titleZh, titleEn, unit, claimant }: Offer) {
  return { offerId, title: titleZh, titleEn, unit, claimant }
}

type Placed = Pick<QueueTurn, 'holderId' | 'householdId' | 'personId' | 'place'>
type Called = Placed & Pick<QueueTurn, 'givenQuantity' | 'dueOn'>

/** It is somebody's turn: for how much, and until when to answer. */
export function calledMessage(offer: Offer, turn: Called): HolderMessage {
  const { place, givenQuantity, dueOn } = turn
  const params = { ...aboutOffer(offer), place, quantity: givenQuantity, dueOn }
  return { ...toHolder(turn), kind: 'turn.called', params }
}

/** The order is drawn, and nothing comes to this place yet. */
export function waitingMessage(offer: Offer, turn: Placed): HolderMessage {
  const params = { ...aboutOffer(offer), place: turn.place }
  return { ...toHolder(turn), kind: 'turn.waiting', params }
}

/** What the holder of a turn learns. */
export interface HolderMessage extends NewMessage {
  /** Whose adults all learn it, whoever of them claimed; null: the person alone. */
  readonly householdId: string | null
}

/** To whom a turn is told. */
export function toHolder(
  turn: Pick<QueueTurn, 'holderId' | 'householdId' | 'personId'>,
): Pick<HolderMessage, 'householdId' | 'personId'> {
  const { householdId, personId } = turn
  return { personId, householdId: isPersons(turn) ? null : householdId }
}
