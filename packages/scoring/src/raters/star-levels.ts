import { normalQuantile } from './elementary.ts'

/**
 * The stars on a scale whose steps are as wide as the ratings themselves make them: every value stands
 * at the normal score of its middle rank among all ratings, and one line takes that back to stars. The
 * thresholds between the values are thus shared by all raters and estimated from what they gave (graded
 * response): where three of four ratings are the lowest value, the few high ones do not decide alone.
 */
export function levelStars(stars: Float32Array): Float32Array {
  const values = countValues(stars)
  let meanStars = 0
  let meanScore = 0
  for (const { given, share, score } of values) {
    meanStars += share * given
    meanScore += share * score
  }
  let both = 0
  let squares = 0
  for (const { given, share, score } of values) {
    both += share * (given - meanStars) * (score - meanScore)
    squares += share * (score - meanScore) * (score - meanScore)
  }
  const slope = squares > 0 ? both / squares : 0
  const levels = new Map<number, number>()
  for (const { given, score } of values) {
    levels.set(given, Math.max(1, Math.min(5, meanStars + slope * (score - meanScore))))
  }
  return Float32Array.from(stars, (given) => levels.get(given) as number)
}

/** The values in use, the lowest first, each with its share of the ratings and its normal score. */
function countValues(stars: Float32Array) {
  const sorted = stars.slice().sort()
  const values: { given: number; share: number; score: number }[] = []
  for (let from = 0; from < sorted.length;) {
    let to = from + 1
    while (to < sorted.length && sorted[to] === sorted[from]) to += 1
    values.push({
      given: sorted[from] as number,
      share: (to - from) / sorted.length,
      score: normalQuantile((from + to) / (2 * sorted.length)),
    })
    from = to
  }
  return values
}
