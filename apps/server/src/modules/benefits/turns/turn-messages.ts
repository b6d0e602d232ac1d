import { civilDay } from '@azalea/text'
import { readAdultsOf, sendMessages, type NewMessage } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
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

/** Tells every adult who lives in these households; where there is none, who claimed for it. */
export async function notifyHouseholds(
  tx: Pick<Tx, 'db' | 'villageId' | 'now' | 'newId'>,
  messages: readonly HouseholdMessage[],
): Promise<void> {
  const ids = messages.map(({ householdId }) => householdId)
  const year = Number(civilDay(tx.now).slice(0, 4))
  const adults = await readAdultsOf(tx.db, tx.villageId, ids, year)
  await sendMessages(
    tx,
    messages.flatMap(({ householdId, personId, kind, params }) =>
      (adults.get(householdId) ?? [personId]).map((one) => ({ personId: one, kind, params })),
    ),
  )
}
