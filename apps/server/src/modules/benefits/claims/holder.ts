import type { Actor } from '../../../platform/actor.ts'
import type { Offer } from '../offers/offer.store.ts'

type Somebody = Pick<Actor, 'personId' | 'householdId'>

/** As whom somebody claims of an offer and answers: their household, or themselves; null: as nobody. */
export function holderOf(
  { claimant }: Pick<Offer, 'claimant'>,
  { personId, householdId }: Somebody,
): string | null {
  return claimant === 'person' && householdId !== null ? personId : householdId
}

/** As whom somebody may hold claims and turns. */
export function holdersOf({ personId, householdId }: Somebody): string[] {
  return householdId === null ? [personId] : [householdId, personId]
}

/** Whether a claim or turn is a person's own, and not their household's. */
export function isPersons(held: {
  readonly holderId: string
  readonly householdId: string
}): boolean {
  return held.holderId !== held.householdId
}
