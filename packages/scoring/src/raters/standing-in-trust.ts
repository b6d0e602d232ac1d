import type { FacetFit } from './facets.ts'
import type { RatingIndex } from './rating-index.ts'

const LEAST_PEOPLE = 50
const LEAST_DEVIATIONS = 4
const LEAST_FACTOR = 0.1

/**
 * Lowers the trust in raters whose own subjects are rated low, as far as in these ratings people who
 * are rated low also rate less reliably, and only if that is beyond doubt. It is so among the
 * fraudsters of marketplaces; where it is not so, nothing changes.
 */
export function applyStanding(index: RatingIndex, fit: FacetFit, trust: Float64Array): void {
  const { overall, subjectVariance } = fit.population
  const standing = new Float64Array(index.raterCount).fill(Number.NaN)
  for (let j = 0; j < index.subjectCount; j += 1) {
    const owner = index.ownerOf[j] as number
    if (owner < 0 || index.start[j] === index.start[j + 1]) continue
    const deviations = ((fit.score[j] as number) - overall) / Math.sqrt(subjectVariance)
    const lowest = standing[owner] as number
    if (!(lowest <= deviations)) standing[owner] = deviations
  }
  const { people, slope, mean, meanStanding, deviations } = regress(standing, trust, fit.counted)
  if (people < LEAST_PEOPLE || deviations < LEAST_DEVIATIONS) return
  for (let i = 0; i < trust.length; i += 1) {
    const below = (standing[i] as number) - meanStanding
    if (!(below < 0)) continue
    trust[i] = (trust[i] as number) * Math.max(LEAST_FACTOR, 1 + (slope * below) / mean)
  }
}

/** Least squares of trust on standing, among those who rate and are rated. */
function regress(standing: Float64Array, trust: Float64Array, counted: Float64Array) {
  let people = 0
  let sumX = 0
  let sumY = 0
  let sumXX = 0
  let sumXY = 0
  let sumYY = 0
  standing.forEach((x, i) => {
    if (Number.isNaN(x) || counted[i] === 0) return
    const y = trust[i] as number
    people += 1
    sumX += x
    sumY += y
    sumXX += x * x
    sumXY += x * y
    sumYY += y * y
  })
  const meanStanding = sumX / people
  const mean = sumY / people
  const xx = sumXX - sumX * meanStanding
  const xy = sumXY - sumX * mean
  const yy = sumYY - sumY * mean
  const correlation = xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0
  return {
    people,
    mean,
    meanStanding,
    slope: xx > 0 ? xy / xx : 0,
    deviations: correlation * Math.sqrt(people),
  }
}
