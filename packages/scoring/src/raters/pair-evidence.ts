import { rateSubject, raterTable, subjectEvidenceFor } from './rating-evidence.ts'
import { logarithm } from './elementary.ts'
import type { FacetFit } from './facets.ts'
import type { RatingIndex } from './rating-index.ts'
import { meetingOdds, PairSums } from './pair-sums.ts'
import type { RaterParameters } from './rater-parameters.ts'

/** Pairs of raters (first < second) with the log odds that they lift each other or others together. */
export interface PairEvidence {
  first: Int32Array
  second: Int32Array
  evidence: Float64Array
}

const MOST_PER_RATING = 2.5
/** Of one subject's ratings that lie off on one side, so many at most are paired. */
const MOST_PAIRED = 24
/** Two raters must be off together on so many subjects before it is evidence. */
const LEAST_TOGETHER = 2
/** Log odds from which a rating counts as off. */
export const LEAST_LIFT = 0.7

/**
 * For each rating how much likelier its stars are if a ring lifts the subject than if its rater
 * judges it: log odds, between ±2.5. About zero where the subject deserves its stars anyway.
 */
export function liftEvidence(
  index: RatingIndex,
  fit: FacetFit,
  parameters: RaterParameters,
  share: Float32Array,
): Float32Array {
  const lift = new Float32Array(index.rater.length)
  const evidence = subjectEvidenceFor(index)
  const table = raterTable(fit)
  const { residualVariance } = fit.population
  for (let j = 0; j < index.subjectCount; j += 1) {
    rateSubject(index, fit, table, parameters, share, j, evidence)
    const { pull, precision } = evidence.total
    const from = index.start[j] as number
    const to = index.start[j + 1] as number
    for (let e = from; e < to; e += 1) {
      if (index.isSpotCheck[e] === 1) continue
      const i = index.rater[e] as number
      const ofOthers = 1 / (precision - (evidence.precision[e - from] as number))
      const others =
        (fit.score[j] as number) + (pull - (evidence.pull[e - from] as number)) * ofOthers
      const expected = others - (fit.severity[i] as number)
      const variance = residualVariance + ofOthers + (fit.severityVariance[i] as number)
      const room = Math.max(0, Math.min(parameters.ringLiftStars, 5 - expected))
      const excess = (index.stars[e] as number) - expected
      const odds = (room * excess - (room * room) / 2) / variance
      lift[e] = Math.max(-MOST_PER_RATING, Math.min(MOST_PER_RATING, odds))
    }
  }
  return lift
}

/** What two people's ratings of each other's subjects tell, and by whom each subject is rated back. */
export interface Reciprocity {
  pairs: PairEvidence
  /** For each rating 1 if the subject's owner rates a subject of the rater's too. */
  isReturned: Uint8Array
}

interface ByRater {
  start: Int32Array
  rating: Int32Array
}

/** The ratings of owned subjects, by rater. */
function ratingsByRater(index: RatingIndex): ByRater {
  const start = new Int32Array(index.raterCount + 1)
  forOwnedRatings(index, (e) => {
    const i = index.rater[e] as number
    start[i + 1] = (start[i + 1] as number) + 1
  })
  for (let i = 0; i < index.raterCount; i += 1) {
    start[i + 1] = (start[i + 1] as number) + (start[i] as number)
  }
  const rating = new Int32Array(start[index.raterCount] as number)
  const next = start.slice()
  forOwnedRatings(index, (e) => {
    const i = index.rater[e] as number
    rating[next[i] as number] = e
    next[i] = (next[i] as number) + 1
  })
  return { start, rating }
}

export function forOwnedRatings(
  index: RatingIndex,
  visit: (e: number, owner: number) => void,
): void {
  for (let j = 0; j < index.subjectCount; j += 1) {
    const owner = index.ownerOf[j] as number
    if (owner < 0) continue
    const to = index.start[j + 1] as number
    for (let e = index.start[j] as number; e < to; e += 1) {
      if (index.isSpotCheck[e] === 0) visit(e, owner)
    }
  }
}

/** Marks the ratings that are returned; needs no fit. */
export function markReturned(index: RatingIndex): Uint8Array {
  const isReturned = new Uint8Array(index.rater.length)
  if (!index.ownerOf.some((owner) => owner >= 0)) return isReturned
  walkReturned(index, (e) => {
    isReturned[e] = 1
  })
  return isReturned
}

/**
 * Calls back for each rating of a subject whose owner rates the rater back, with the first of the
 * ratings that return it.
 */
function walkReturned(index: RatingIndex, visit: (e: number, back: number) => void): void {
  const byRater = ratingsByRater(index)
  const ownerOfRating = new Int32Array(index.rater.length).fill(-1)
  forOwnedRatings(index, (e, owner) => {
    ownerOfRating[e] = owner
  })
  const bySubjectOwner = receivedByOwner(index)
  const markedBy = new Int32Array(index.raterCount).fill(-1)
  const markedWith = new Int32Array(index.raterCount)
  for (let b = 0; b < index.raterCount; b += 1) {
    for (let k = byRater.start[b] as number; k < (byRater.start[b + 1] as number); k += 1) {
      const e = byRater.rating[k] as number
      const owner = ownerOfRating[e] as number
      if (markedBy[owner] === b) continue
      markedBy[owner] = b
      markedWith[owner] = e
    }
    for (
      let k = bySubjectOwner.start[b] as number;
      k < (bySubjectOwner.start[b + 1] as number);
      k += 1
    ) {
      const j = bySubjectOwner.rating[k] as number
      const to = index.start[j + 1] as number
      for (let e = index.start[j] as number; e < to; e += 1) {
        const a = index.rater[e] as number
        if (markedBy[a] === b && index.isSpotCheck[e] === 0) visit(e, markedWith[a] as number)
      }
    }
  }
}

/** The subjects of each owner. */
function receivedByOwner(index: RatingIndex): ByRater {
  const start = new Int32Array(index.raterCount + 1)
  for (const owner of index.ownerOf) {
    if (owner >= 0) start[owner + 1] = (start[owner + 1] as number) + 1
  }
  for (let i = 0; i < index.raterCount; i += 1) {
    start[i + 1] = (start[i + 1] as number) + (start[i] as number)
  }
  const rating = new Int32Array(start[index.raterCount] as number)
  const next = start.slice()
  index.ownerOf.forEach((owner, j) => {
    if (owner < 0) return
    rating[next[owner] as number] = j
    next[owner] = (next[owner] as number) + 1
  })
  return { start, rating }
}

/**
 * Pairs who rate each other's subjects: the lift in both directions, and how unusual it is here that
 * ratings are returned at all, and within the window.
 */
export function reciprocalPairs(
  index: RatingIndex,
  lift: Float32Array,
  isReturned: Uint8Array,
  parameters: RaterParameters,
): PairEvidence {
  const sums = new PairSums(index.raterCount)
  let returned = 0
  let together = 0
  let owned = 0
  forOwnedRatings(index, (e) => {
    owned += 1
    returned += isReturned[e] as number
  })
  if (returned === 0)
    return { first: new Int32Array(), second: new Int32Array(), evidence: new Float64Array() }
  const isTogether = (e: number, back: number) =>
    Math.abs((index.time[e] as number) - (index.time[back] as number)) <= parameters.windowSeconds
  walkReturned(index, (e, back) => {
    if (isTogether(e, back)) together += 1
  })
  const rare = (part: number, most: number) =>
    Math.max(0, Math.min(most, logarithm(0.4 / Math.max(1e-6, part))))
  const forReturn = rare(returned / owned, 2.5)
  const forWindow = rare(together / returned, 1.5)
  const prior = forReturn
  walkReturned(index, (e, back) => {
    const a = index.rater[e] as number
    const b = index.rater[back] as number
    // Each direction brings half of the pair's prior.
    const window = isTogether(e, back) ? forWindow / 2 : 0
    sums.add(a, b, (lift[e] as number) + window)
  })
  return toPairs(sums.sums(1), index.raterCount, prior)
}

export function toPairs(
  { keys, sums }: { keys: Float64Array; sums: Float64Array },
  raterCount: number,
  prior: number,
): PairEvidence {
  const first = new Int32Array(keys.length)
  const second = new Int32Array(keys.length)
  const evidence = new Float64Array(keys.length)
  keys.forEach((key, at) => {
    first[at] = Math.floor(key / raterCount)
    second[at] = key % raterCount
    evidence[at] = (sums[at] as number) + prior
  })
  return { first, second, evidence }
}

/**
 * Pairs who are off on the same side, on the same subjects, more often than chance brings together
 * two who are off as often as they are.
 */
export function coRatingPairs(
  index: RatingIndex,
  lift: Float32Array,
  parameters: RaterParameters,
): PairEvidence {
  const sums = new PairSums(index.raterCount)
  const offCount = new Int32Array(index.raterCount)
  let subjects = 0
  const off: number[] = []
  for (let j = 0; j < index.subjectCount; j += 1) {
    off.length = 0
    const to = index.start[j + 1] as number
    if (to - (index.start[j] as number) > 1) subjects += 1
    for (let e = index.start[j] as number; e < to; e += 1) {
      if ((lift[e] as number) > LEAST_LIFT) off.push(e)
    }
    for (const e of off)
      offCount[index.rater[e] as number] = (offCount[index.rater[e] as number] as number) + 1
    if (off.length > 1) pairUp(index, lift, off, parameters.windowSeconds, sums)
  }
  const collected = sums.sums(LEAST_TOGETHER)
  const pairs = toPairs(collected, index.raterCount, 0)
  pairs.evidence.forEach((sum, at) => {
    const [a, b] = [
      offCount[pairs.first[at] as number] as number,
      offCount[pairs.second[at] as number] as number,
    ]
    const count = collected.counts[at] as number
    const unusual = meetingOdds(count, a, b, subjects)
    pairs.evidence[at] = Math.min(sum, unusual) - parameters.coRatingPenalty
  })
  return pairs
}

function pairUp(
  index: RatingIndex,
  lift: Float32Array,
  off: number[],
  windowSeconds: number,
  sums: PairSums,
): void {
  if (off.length > MOST_PAIRED) {
    off.sort((a, b) => (lift[b] as number) - (lift[a] as number) || a - b)
    off.length = MOST_PAIRED
  }
  for (let x = 0; x < off.length; x += 1) {
    for (let y = x + 1; y < off.length; y += 1) {
      const [e, other] = [off[x] as number, off[y] as number]
      const apart = Math.abs((index.time[e] as number) - (index.time[other] as number))
      const window = apart <= windowSeconds ? 0.5 : 0
      const [a, b] = [index.rater[e] as number, index.rater[other] as number]
      if (a !== b) sums.add(a, b, ((lift[e] as number) + (lift[other] as number)) / 2 + window)
    }
  }
}
