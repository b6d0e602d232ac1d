import { countCompanions } from './companions.ts'
import type { FacetFit } from './facets.ts'
import type { RatingIndex } from './rating-index.ts'

/**
 * The shares with rings taken into account: of the favours (more stars than the rater gives an average
 * subject) among a ring's members only the first counts, and it counts less, for the members' own
 * subjects and for subjects that nobody is known to own. What a member says against the ring's
 * interest counts like anybody's.
 */
export function ringShares(
  index: RatingIndex,
  ringOf: Int32Array,
  ringShare: number,
  { severity, population }: Pick<FacetFit, 'severity' | 'population'>,
): Float32Array {
  const share = index.share.slice()
  const isFavour = (e: number) =>
    (index.stars[e] as number) > population.overall - (severity[index.rater[e] as number] as number)
  let rings = 0
  for (const ring of ringOf) rings = Math.max(rings, ring + 1)
  if (rings === 0) return share
  const rated = new Int32Array(rings).fill(-1)
  const firstRating = new Int32Array(rings)
  for (let j = 0; j < index.subjectCount; j += 1) {
    const owner = index.ownerOf[j] as number
    const ofRing = owner < 0 ? -1 : (ringOf[owner] as number)
    if (owner >= 0 && ofRing < 0) continue
    const to = index.start[j + 1] as number
    for (let e = index.start[j] as number; e < to; e += 1) {
      const ring = ringOf[index.rater[e] as number] as number
      if (ring < 0 || index.isSpotCheck[e] === 1 || (owner >= 0 && ring !== ofRing)) continue
      if (!isFavour(e)) continue
      const isFirst = rated[ring] !== j
      if (isFirst) {
        rated[ring] = j
        firstRating[ring] = e
      } else share[e] = 0
      // Where nobody is known to own the subject, one member alone is a rater like any other.
      const first = firstRating[ring] as number
      if (owner < 0 ? !isFirst : isFirst) share[first] = (index.share[first] as number) * ringShare
    }
  }
  return share
}

/** What a rating counts at the first look that is returned, or one of many for one owner. */
const FAVOUR = 0.2

/**
 * Shares for a first, cautious look: ratings that are returned, and ratings given together, count
 * less, so that a ring does not make its own stars look deserved.
 */
export function cautiousShares(
  index: RatingIndex,
  isReturned: Uint8Array,
  isLikelyFavour: Uint8Array,
  windowSeconds: number,
): Float32Array {
  const share = index.share.slice()
  const companions = countCompanions(index)
  let total = 0
  let possible = 0
  for (let j = 0; j < index.subjectCount; j += 1) {
    const from = index.start[j] as number
    const to = index.start[j + 1] as number
    let first = from
    let last = from
    for (let e = from; e < to; e += 1) {
      const time = index.time[e] as number
      while ((index.time[first] as number) < time - windowSeconds) first += 1
      while (last < to && (index.time[last] as number) <= time + windowSeconds) last += 1
      if (index.isSpotCheck[e] === 1) continue
      possible += share[e] as number
      const crowd = Math.max(last - first, 1 + (companions[e] as number))
      const isFavour = isReturned[e] === 1 || isLikelyFavour[e] === 1
      share[e] = ((share[e] as number) * (isFavour ? FAVOUR : 1)) / crowd
      total += share[e] as number
    }
  }
  // Where everybody rates everybody, or all on one day, nothing is learnt from that.
  const scale = possible / Math.max(1e-9, total)
  for (let e = 0; e < share.length; e += 1) {
    if (index.isSpotCheck[e] === 1) continue
    share[e] = Math.min(index.share[e] as number, (share[e] as number) * scale)
  }
  return share
}
