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

export type Two = 'one' | 'other'

/**
 * The holders as two, of one both alike: a query that lists as many each time is spelt and planned
 * once, for all who ask.
 */
export function twoOf([one, other = one]: readonly string[]): Readonly<Record<Two, string>> {
  if (one === undefined || other === undefined) throw new RangeError('nobody is no holder')
  return { one, other }
}

/** Whether a claim or turn is a person's own, and not their household's. */
export function isPersons(held: {
  readonly holderId: string
  readonly householdId: string
}): boolean {
  return held.holderId !== held.householdId
}
