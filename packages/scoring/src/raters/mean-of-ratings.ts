import type { ScoreChoice } from './decide-scores.ts'
import type { RatingIndex } from './rating-index.ts'

export interface Scores {
  score: Float64Array
  low: Float64Array
  high: Float64Array
}

/**
 * How many deviations an interval reaches: more than the textbook's 1.96, since the variances are
 * estimated too and pulls are bounded.
 */
export const INTERVAL_DEVIATIONS = 2.25

/** What is usual for stars from 1 to 5, and how many ratings that belief weighs. */
const USUAL_VARIANCE = 0.7
const USUAL_WEIGHT = 10

/** The mean of each subject's stars, every rater and household one voice; NaN where there is none. */
export function meanOfRatings(
  { start, subjectCount }: RatingIndex,
  stars: Float32Array,
  share: Float32Array,
): Float64Array {
  const means = new Float64Array(subjectCount)
  for (let j = 0; j < subjectCount; j += 1) {
    let sum = 0
    let voices = 0
    for (let e = start[j] as number; e < (start[j + 1] as number); e += 1) {
      sum += (share[e] as number) * (stars[e] as number)
      voices += share[e] as number
    }
    // Rounded, so that the same stars in another order tie.
    means[j] = Math.round((sum / voices) * 1e9) / 1e9
  }
  return means
}

/**
 * Means with their intervals. These hold what somebody would give who sees the subject perfectly and
 * has a leaning and a way with the scale like one of the raters: of that the ratings tell nothing more.
 */
export function scoresOfMeans(
  index: RatingIndex,
  stars: Float32Array,
  share: Float32Array,
  { scaleDeviation, leaningVariance }: Pick<ScoreChoice, 'scaleDeviation' | 'leaningVariance'>,
): Scores {
  const score = meanOfRatings(index, stars, share)
  const overall = fillUnrated(score)
  const { ofRating, ofMean } = variancesWithin(index, stars, share, score)
  const reach = score.map((middle, j) => {
    const scale = scaleDeviation * (middle - overall)
    const variance = (ofMean[j] as number) * ofRating + leaningVariance + scale * scale
    return INTERVAL_DEVIATIONS * Math.sqrt(variance)
  })
  return {
    score,
    low: score.map((middle, j) => Math.max(1, middle - (reach[j] as number))),
    high: score.map((middle, j) => Math.min(5, middle + (reach[j] as number))),
  }
}

/** Gives subjects without ratings the mean of the others, and returns it. */
function fillUnrated(score: Float64Array): number {
  let sum = 0
  let rated = 0
  for (const one of score) {
    if (Number.isNaN(one)) continue
    sum += one
    rated += 1
  }
  const overall = rated > 0 ? sum / rated : 3
  score.forEach((one, j) => {
    if (Number.isNaN(one)) score[j] = overall
  })
  return overall
}

/** The variance of one rating about its subject's mean, and for each subject what part of it its mean has. */
function variancesWithin(
  { start, subjectCount }: RatingIndex,
  stars: Float32Array,
  share: Float32Array,
  score: Float64Array,
) {
  const ofMean = new Float64Array(subjectCount)
  let squares = 0
  let freedom = 0
  for (let j = 0; j < subjectCount; j += 1) {
    let voices = 0
    let shares = 0
    for (let e = start[j] as number; e < (start[j + 1] as number); e += 1) {
      const part = share[e] as number
      const gap = (stars[e] as number) - (score[j] as number)
      voices += part
      shares += part * part
      squares += part * gap * gap
    }
    freedom += Math.max(0, voices - 1)
    ofMean[j] = voices > 0 ? shares / (voices * voices) : 1
  }
  const ofRating = (squares + USUAL_WEIGHT * USUAL_VARIANCE) / (freedom + USUAL_WEIGHT)
  return { ofRating, ofMean }
}
