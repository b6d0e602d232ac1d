import { normalHazard } from './elementary.ts'
import type { FacetFit } from './facet-fit.ts'
import type { RatingIndex } from './rating-index.ts'
import type { RaterParameters } from './rater-parameters.ts'

/** What one rating says of its subject's score, at a given score. */
export interface RatingEvidence {
  /** How hard it pulls the score up (down if negative), in 1 ÷ stars. */
  slope: number
  /** How precise it is, in 1 ÷ stars². */
  precision: number
  /** Expected squared residual, severity taken off, in stars². */
  residualSquared: number
  /** Expected residual, severity taken off: by how much the rating lies above the score. */
  offset: number
}

/**
 * The ordinal step of the model: a rating at an end of the scale only says "at least" or "at most", so
 * a 5 from a lenient rater for a good subject says almost nothing (censored normal, Tobin 1958).
 */
export function rateRating(
  index: RatingIndex,
  fit: FacetFit,
  parameters: RaterParameters,
  share: Float32Array,
  e: number,
  score: number,
  into: RatingEvidence,
): void {
  const given = index.stars[e] as number
  if (index.isSpotCheck[e] === 1) {
    const deviation = parameters.spotCheckDeviationStars
    into.precision = 1 / (deviation * deviation)
    into.offset = given - score
    into.slope = into.offset * into.precision
    into.residualSquared = into.offset * into.offset
    return
  }
  const i = index.rater[e] as number
  const part = share[e] as number
  const spread = fit.spread[i] as number
  const variance = spread + (fit.severityVariance[i] as number)
  const expected = score - (fit.severity[i] as number)
  const half = index.halfStep
  let precision = 1 / variance
  let offset = given - expected
  let residualSquared = offset * offset
  const side = given + half > 5 || given >= 5 ? 1 : given - half < 1 || given <= 1 ? -1 : 0
  if (side !== 0) {
    // How far the end's threshold lies beyond what is expected, in deviations.
    const t = (side * (given - expected) - half) * Math.sqrt(precision)
    const hazard = normalHazard(t)
    precision = Math.max(1e-3, hazard * (hazard - t)) * precision
    offset = (side * hazard) / Math.sqrt(1 / variance)
    residualSquared = variance * (1 + t * hazard)
  }
  const weight = part * (index.weight[e] as number) * (fit.informative[i] as number)
  const pull = (weight * offset) / variance
  const most = (part * parameters.mostInfluenceStars) / fit.population.subjectVariance
  const ratio = pull / most
  const bounded = 1 / Math.sqrt(1 + ratio * ratio)
  into.slope = pull * bounded
  into.precision = weight * precision * bounded
  into.offset = offset
  into.residualSquared = residualSquared
}
