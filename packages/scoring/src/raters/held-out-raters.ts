import type { RatingIndex } from './rating-index.ts'

/** Raters are left out by fifths. */
export const FOLDS = 5
/** Of so many of a rater's ratings every two are compared; of more an even choice. */
const MOST_COMPARED = 48
/** So many comparisons tell enough: the folds and raters that follow are not looked at. */
const MOST_COMPARISONS = 20_000_000

/** What one left-out rater's own ratings say of one set of scores that does not know them. */
export interface Agreement {
  /** Pairs of subjects that the scores order as the rater does, less those the other way round. */
  agreeing: number
  /** Sums of squares and products of stars and scores about the rater's means. */
  both: number
  scores: number
  distance: number
  /** By how much the rater's mean lies above that of the scores. */
  above: number
}

export interface HeldOutRater {
  /** Pairs of subjects to which the rater gave different stars. */
  pairs: number
  /** Sum of squares of the stars about the rater's mean, and how many ratings. */
  stars: number
  ratings: number
  /** For each set of scores in the order given. */
  agreements: Agreement[]
}

/** Each rater's ratings: those of rater i are rating[start[i]] … rating[start[i + 1] − 1]. */
export interface RatingsByRater {
  start: Int32Array
  rating: Int32Array
}

/** The ratings that can be held against scores: no spot check, and none that counts less as a ring's. */
export function comparableRatings(index: RatingIndex, share: Float32Array): RatingsByRater {
  const { rater, isSpotCheck, raterCount } = index
  const isComparable = (e: number) =>
    isSpotCheck[e] === 0 && (share[e] as number) >= (index.share[e] as number)
  const start = new Int32Array(raterCount + 1)
  for (let e = 0; e < rater.length; e += 1) {
    if (isComparable(e))
      start[(rater[e] as number) + 1] = (start[(rater[e] as number) + 1] ?? 0) + 1
  }
  for (let i = 0; i < raterCount; i += 1) {
    start[i + 1] = (start[i + 1] as number) + (start[i] as number)
  }
  const rating = new Int32Array(start[raterCount] as number)
  const next = start.slice()
  for (let e = 0; e < rater.length; e += 1) {
    if (!isComparable(e)) continue
    const i = rater[e] as number
    rating[next[i] as number] = e
    next[i] = (next[i] as number) + 1
  }
  return { start, rating }
}

/**
 * Leaves out a fifth of the raters after the other and holds their own ratings against scores that
 * know nothing of them. Only differences between one rater's ratings are looked at, so that neither
 * severity nor the number of stars given matters: what is judged are the scores and not the forecast
 * of a rating.
 *
 * @param scoresWithout sets of scores from all ratings but those of the raters i with i mod 5 = fold
 */
export function holdOutRaters(
  index: RatingIndex,
  byRater: RatingsByRater,
  scoresWithout: (fold: number) => readonly Float64Array[],
): HeldOutRater[] {
  const found: HeldOutRater[] = []
  const subjectOf = subjectsOfRatings(index)
  let comparisons = 0
  for (let fold = 0; fold < FOLDS && comparisons < MOST_COMPARISONS; fold += 1) {
    const sets = scoresWithout(fold)
    for (let i = fold; i < index.raterCount && comparisons < MOST_COMPARISONS; i += FOLDS) {
      const chosen = ratingsOf(i, byRater, (e) => {
        const j = subjectOf[e] as number
        return sets.every((scores) => !Number.isNaN(scores[j] as number))
      })
      if (chosen.length < 2) continue
      comparisons += (chosen.length * (chosen.length - 1)) / 2
      found.push(compare(index, subjectOf, chosen, sets))
    }
  }
  return found
}

function subjectsOfRatings({ start, subjectCount }: RatingIndex): Int32Array {
  const subjectOf = new Int32Array(start[subjectCount] as number)
  for (let j = 0; j < subjectCount; j += 1) subjectOf.fill(j, start[j], start[j + 1])
  return subjectOf
}

function ratingsOf(
  i: number,
  { start, rating }: RatingsByRater,
  isScored: (e: number) => boolean,
): number[] {
  const from = start[i] as number
  const step = Math.max(1, ((start[i + 1] as number) - from) / MOST_COMPARED)
  const chosen: number[] = []
  for (let at = from; at < (start[i + 1] as number); at += step) {
    const e = rating[Math.floor(at)] as number
    if (isScored(e)) chosen.push(e)
  }
  return chosen
}

function compare(
  { stars }: RatingIndex,
  subjectOf: Int32Array,
  chosen: readonly number[],
  sets: readonly Float64Array[],
): HeldOutRater {
  const given = chosen.map((e) => stars[e] as number)
  const meanGiven = meanOf(given)
  let pairs = 0
  for (let a = 1; a < given.length; a += 1) {
    for (let b = 0; b < a; b += 1) if (given[a] !== given[b]) pairs += 1
  }
  const agreements = sets.map((scores) => {
    const own = chosen.map((e) => scores[subjectOf[e] as number] as number)
    return agreementOf(given, meanGiven, own)
  })
  const squares = given.reduce((sum, one) => sum + (one - meanGiven) * (one - meanGiven), 0)
  return { pairs, stars: squares, ratings: given.length, agreements }
}

function agreementOf(
  given: readonly number[],
  meanGiven: number,
  own: readonly number[],
): Agreement {
  const meanOwn = meanOf(own)
  const agreement = { agreeing: 0, both: 0, scores: 0, distance: 0, above: meanGiven - meanOwn }
  for (let a = 0; a < own.length; a += 1) {
    const star = (given[a] as number) - meanGiven
    const score = (own[a] as number) - meanOwn
    agreement.both += star * score
    agreement.scores += score * score
    agreement.distance += (star - score) * (star - score)
    for (let b = 0; b < a; b += 1) {
      const stars = (given[a] as number) - (given[b] as number)
      const scores = (own[a] as number) - (own[b] as number)
      agreement.agreeing += Math.sign(stars) * Math.sign(scores)
    }
  }
  return agreement
}

const meanOf = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length
