import { logarithm } from './elementary.ts'
import { forOwnedRatings, LEAST_LIFT, toPairs } from './pair-evidence.ts'
import type { PairEvidence } from './pair-evidence.ts'
import { PairSums, placeOf } from './pair-sums.ts'
import type { RaterParameters } from './rater-parameters.ts'
import type { RatingIndex } from './rating-index.ts'

/** Favours that are not returned, and what it adds that one more of them stays inside a group. */
export interface FavourFlows {
  pairs: PairEvidence
  /** Log odds for each flow between a member and the group beyond the member's first. */
  inside: number
}

/** Of those whom somebody rates or is rated by so many are paired to see how many know each other. */
const MOST_NEIGHBOURS = 12
const MOST_INSIDE = 3.5
/** Share of the pairs of a ring between which favours flow. */
const FLOWING = 0.5

/**
 * Pairs of whom one rates subjects of the other without being rated back, with the sum of the lifts,
 * fair ratings taken off. On its own such a flow says little: somebody likes somebody. That several
 * flows of several people stay among themselves says more, the more so the less it is usual here that
 * two who are both linked to a third are linked: among neighbours who rate neighbours it says nothing.
 */
export function favourFlows(
  index: RatingIndex,
  lift: Float32Array,
  isReturned: Uint8Array,
  parameters: RaterParameters,
): FavourFlows {
  const sums = new PairSums(index.raterCount)
  forOwnedRatings(index, (e, owner) => {
    if (isReturned[e] === 0) sums.add(index.rater[e] as number, owner, lift[e] as number)
  })
  const collected = sums.sums(1)
  const pairs = toPairs(collected, index.raterCount, 0)
  const share = shareOfClosed(index.raterCount, pairs, collected.keys)
  // Who rates several subjects of one owner likes that owner, or lives next door.
  collected.counts.forEach((count, at) => {
    if (count > 1)
      pairs.evidence[at] = (pairs.evidence[at] as number) - parameters.coRatingPenalty / 2
  })
  const inside = Math.max(0, Math.min(MOST_INSIDE, logarithm(FLOWING / Math.max(1e-6, share))))
  return { pairs, inside }
}

/**
 * Of the pairs of people who both rate a third fairly, or are rated by it, the share who rate each
 * other: what a village's ways of going from yard to yard bring about.
 */
function shareOfClosed(
  raterCount: number,
  { first, second, evidence }: PairEvidence,
  keys: Float64Array,
): number {
  const neighbours: number[][] = Array.from({ length: raterCount }, () => [])
  evidence.forEach((odds, at) => {
    if (odds > LEAST_LIFT) return
    const [a, b] = [first[at] as number, second[at] as number]
    if ((neighbours[a] as number[]).length < MOST_NEIGHBOURS) neighbours[a]?.push(b)
    if ((neighbours[b] as number[]).length < MOST_NEIGHBOURS) neighbours[b]?.push(a)
  })
  let [triads, closed] = [1, 0]
  for (const list of neighbours) {
    for (let x = 1; x < list.length; x += 1) {
      for (let y = 0; y < x; y += 1) {
        const [a, b] = [list[x] as number, list[y] as number]
        if (a === b) continue
        triads += 1
        if (placeOf(keys, Math.min(a, b) * raterCount + Math.max(a, b)) >= 0) closed += 1
      }
    }
  }
  return closed / triads
}
