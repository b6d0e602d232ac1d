import { meetingOdds, PairSums, placeOf } from './pair-sums.ts'
import type { RatingIndex } from './rating-index.ts'

/** Where more rate, a ring is too few to decide the score, and pairs too many to look at. */
const MOST_RATERS = 40
const MOST_PAIRS = 20_000_000
const LEAST_TOGETHER = 2
/** Log odds from which two who meet on the same subjects are not taken to meet by chance. */
const LEAST_ODDS = 3

/**
 * For each rating of a subject that nobody is known to own how many others of the subject's raters
 * meet its rater on more subjects than chance explains. Whose subject it is would tell more; without
 * that, all that is seen of a ring before any score is known is that its members go together.
 */
export function countCompanions(index: RatingIndex): Uint8Array {
  const companions = new Uint8Array(index.rater.length)
  const rated = new Int32Array(index.raterCount)
  let subjects = 0
  let pairs = 0
  forCrowds(index, (from, to) => {
    subjects += 1
    pairs += ((to - from) * (to - from - 1)) / 2
    for (let e = from; e < to; e += 1)
      rated[index.rater[e] as number] = (rated[index.rater[e] as number] as number) + 1
  })
  if (pairs > MOST_PAIRS) return companions
  const met = new PairSums(index.raterCount)
  forPairs(index, (a, b) => met.add(a, b, 0))
  const { keys, counts } = met.sums(LEAST_TOGETHER)
  const isUnusual = (a: number, b: number) => {
    const place = placeOf(keys, met.keyOf(a, b))
    if (place < 0) return false
    const [ofA, ofB] = [rated[a] as number, rated[b] as number]
    return meetingOdds(counts[place] as number, ofA, ofB, subjects) > LEAST_ODDS
  }
  forPairs(index, (a, b, e, other) => {
    if (!isUnusual(a, b)) return
    companions[e] = (companions[e] as number) + 1
    companions[other] = (companions[other] as number) + 1
  })
  return companions
}

function forCrowds(index: RatingIndex, visit: (from: number, to: number) => void): void {
  for (let j = 0; j < index.subjectCount; j += 1) {
    const from = index.start[j] as number
    const to = index.start[j + 1] as number
    if ((index.ownerOf[j] as number) < 0 && to - from > 1 && to - from <= MOST_RATERS)
      visit(from, to)
  }
}

function forPairs(
  index: RatingIndex,
  visit: (a: number, b: number, e: number, other: number) => void,
): void {
  forCrowds(index, (from, to) => {
    for (let e = from; e < to; e += 1) {
      if (index.isSpotCheck[e] === 1) continue
      const a = index.rater[e] as number
      for (let other = e + 1; other < to; other += 1) {
        const b = index.rater[other] as number
        if (a !== b && index.isSpotCheck[other] === 0) visit(a, b, e, other)
      }
    }
  })
}
