import type { RankedClaim } from './rank-claims.ts'
import { giveFurther } from './share-out.ts'

/** A turn as anybody can follow it from the log. */
export interface HeldTurn extends RankedClaim {
  /** What one was called for; of an ended turn what was taken. */
  givenQuantity: number
  /** Taken, declined, lapsed or struck: nothing more is given by it. */
  isEnded: boolean
}

export interface PassedOn {
  /** What comes to each beside what they were called for before, in the order of places. */
  called: readonly { claimant: string; quantity: number }[]
  leftQuantity: number
}

/**
 * Gives what became free to those who still wait for something, in the order of their places, by the
 * same rule as at first. So is the kept share given, to the protected among them.
 *
 * @param turns in the order of places; read only as far as there is something to give
 * @param quantity what became free, with what was left before
 */
export function passOn(turns: Iterable<HeldTurn>, quantity: number, partial: boolean): PassedOn {
  return giveFurther(openOf(turns), quantity, partial)
}

function* openOf(turns: Iterable<HeldTurn>): Generator<HeldTurn> {
  for (const turn of turns) if (!turn.isEnded) yield turn
}

/** What one has had of a kind of offer before. */
export interface OfferHistory {
  receivedQuantity: number
  waitedOffers: number
}

export const noHistory: OfferHistory = { receivedQuantity: 0, waitedOffers: 0 }

/** What became of a claim, or of all claims of one household together. */
export interface EndedTurn {
  takenQuantity: number
  /** Something came to it, whatever became of that. */
  wasCalled: boolean
}

/**
 * The turns of one queue, by household: what its members took counts together, and it has waited only
 * if nothing came to any of them. So many members make no history shorter, and none longer.
 */
export function sumByHousehold(
  turns: readonly (EndedTurn & { household: string })[],
): Map<string, EndedTurn> {
  const sums = new Map<string, EndedTurn>()
  for (const { household, takenQuantity, wasCalled } of turns) {
    const sum = sums.get(household)
    sums.set(household, {
      takenQuantity: (sum?.takenQuantity ?? 0) + takenQuantity,
      wasCalled: wasCalled || sum?.wasCalled === true,
    })
  }
  return sums
}

/** The same after one more offer that was claimed: who passed on what came to them has not waited. */
export function afterOffer(
  { receivedQuantity, waitedOffers }: OfferHistory,
  { takenQuantity, wasCalled }: EndedTurn,
): OfferHistory {
  if (takenQuantity > 0)
    return { receivedQuantity: receivedQuantity + takenQuantity, waitedOffers: 0 }
  return { receivedQuantity, waitedOffers: wasCalled ? waitedOffers : waitedOffers + 1 }
}
