import { QUANTITY_PER_UNIT } from '@azalea/scoring'
import type { Db } from '../../../platform/database/database.ts'
import { selectOffer } from '../offers/offer.store.ts'
import { selectKeptTurns } from './kept-turn.store.ts'
import { selectTurns } from './turn.store.ts'

/** What came of an offer, for who built something on it. */
export interface TakenOfOffer {
  readonly kind: string
  /** Nobody is called any more: it is settled with its kept share, or cancelled. */
  readonly isOver: boolean
  /** No claim has been frozen yet. */
  readonly isOpen: boolean
  /** Nobody whom it called has still to answer. */
  readonly isAnswered: boolean
  /** In the small measure of the unit, by household, in the order of the queue. */
  readonly takenQuantity: ReadonlyMap<string, number>
  /** Whole units that each household took, by its id. */
  readonly taken: ReadonlyMap<string, number>
}

/** How far an offer is, and what of it was taken; null when there is none. */
export async function readTaken(
  db: Db,
  villageId: string,
  offerId: string,
): Promise<TakenOfOffer | null> {
  const offer = await selectOffer(db, villageId, offerId)
  if (offer === null) return null
  const turns = await selectTurns(db, villageId, offerId)
  const kept = (await selectKeptTurns(db, villageId, offerId)).values()
  const taken = new Map<string, number>()
  const takenQuantity = new Map<string, number>()
  const all = [...turns, ...kept]
  for (const { householdId, state, givenQuantity } of all) {
    if (state !== 'accepted') continue
    const units = Math.floor(givenQuantity / QUANTITY_PER_UNIT[offer.unit])
    taken.set(householdId, (taken.get(householdId) ?? 0) + units)
    takenQuantity.set(householdId, (takenQuantity.get(householdId) ?? 0) + givenQuantity)
  }
  const { kind, state, keptSettledAt } = offer
  return {
    kind,
    isOver: state === 'cancelled' || (state === 'settled' && keptSettledAt !== null),
    isOpen: state === 'draft' || state === 'published',
    isAnswered:
      (state === 'drawn' || state === 'settled') && all.every((turn) => turn.state !== 'called'),
    takenQuantity,
    taken,
  }
}
