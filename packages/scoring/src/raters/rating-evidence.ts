import { normalHazard } from './elementary.ts'
import type { FacetFit } from './facets.ts'
import type { RatingIndex } from './rating-index.ts'
import type { RaterParameters } from './rater-parameters.ts'

/**
 * What the ratings of one subject say at one score, the k-th rating of the subject in place k of each
 * column. Reused from subject to subject: making it anew took longer than the arithmetic.
 */
export interface SubjectEvidence {
  /** How hard the rating pulls the score up (down if negative), in 1 ÷ stars. */
  pull: Float64Array
  /** How precise it is, in 1 ÷ stars². */
  precision: Float64Array
  /** Expected residual, severity taken off: by how much the rating lies above the score, in stars. */
  offset: Float64Array
  /** Expected square of that residual, in stars². */
  offsetSquared: Float64Array
  /** The prior and all ratings together. */
  total: { pull: number; precision: number }
}

export function subjectEvidenceFor(index: RatingIndex): SubjectEvidence {
  let most = 0
  for (let j = 0; j < index.subjectCount; j += 1) {
    most = Math.max(most, (index.start[j + 1] as number) - (index.start[j] as number))
  }
  return {
    pull: new Float64Array(most),
    precision: new Float64Array(most),
    offset: new Float64Array(most),
    offsetSquared: new Float64Array(most),
    total: { pull: 0, precision: 0 },
  }
}

export const RATER_STRIPE = 8
export const RaterColumn = {
  severity: 0,
  precision: 1,
  rootPrecision: 2,
  informative: 3,
  spread: 4,
} as const

/** The raters' numbers beside each other, so that a rating looks at one place in memory. */
export function raterTable(fit: FacetFit): Float64Array {
  const count = fit.severity.length
  const table = new Float64Array(RATER_STRIPE * count)
  for (let i = 0; i < count; i += 1) {
    const spread = fit.spread[i] as number
    const variance = spread + (fit.severityVariance[i] as number)
    const at = RATER_STRIPE * i
    table[at + RaterColumn.severity] = fit.severity[i] as number
    table[at + RaterColumn.precision] = 1 / variance
    table[at + RaterColumn.rootPrecision] = 1 / Math.sqrt(variance)
    table[at + RaterColumn.informative] = fit.informative[i] as number
    table[at + RaterColumn.spread] = spread
  }
  return table
}

/**
 * Weighs the ratings of subject j at its present score.
 *
 * A rating at an end of the scale only says "at least" or "at most", so a 5 from a lenient rater for a
 * good subject says almost nothing (the censored normal of Tobin 1958). No rating pulls harder than
 * `mostInfluenceStars` times the pull of the prior: that is what bounds one rater's influence.
 */
export function rateSubject(
  index: RatingIndex,
  fit: FacetFit,
  table: Float64Array,
  parameters: RaterParameters,
  share: Float32Array,
  j: number,
  into: SubjectEvidence,
): void {
  const { stars, rater, weight, isSpotCheck, halfStep } = index
  const score = fit.score[j] as number
  const prior = 1 / fit.population.subjectVariance
  const most = parameters.mostInfluenceStars * prior
  const from = index.start[j] as number
  const to = index.start[j + 1] as number
  let totalPull = prior * (fit.population.overall - score)
  let totalPrecision = prior
  for (let e = from; e < to; e += 1) {
    const k = e - from
    const given = stars[e] as number
    const at = RATER_STRIPE * (rater[e] as number)
    const part = share[e] as number
    let offset = given - score
    let pull: number
    let precision: number
    let squared: number
    if (isSpotCheck[e] === 1) {
      precision = 1 / (parameters.spotCheckDeviationStars * parameters.spotCheckDeviationStars)
      pull = offset * precision
      squared = offset * offset
    } else {
      const inverse = table[at + RaterColumn.precision] as number
      offset += table[at + RaterColumn.severity] as number
      squared = offset * offset
      precision = inverse
      const isTop = given + halfStep >= 5 && given > 4.5
      if (isTop || given - halfStep < 1 || given <= 1) {
        // How far the end's threshold lies beyond what is expected, in deviations.
        const side = isTop ? 1 : -1
        const inverseRoot = table[at + RaterColumn.rootPrecision] as number
        const t = (side * offset - halfStep) * inverseRoot
        const hazard = normalHazard(t)
        precision = Math.max(1e-3, hazard * (hazard - t)) * inverse
        offset = (side * hazard) / inverseRoot
        squared = (1 + t * hazard) / inverse
      }
      const counts = part * (weight[e] as number) * (table[at + RaterColumn.informative] as number)
      pull = counts * offset * inverse
      const ratio = part === 0 ? 0 : pull / (part * most)
      const bounded = 1 / Math.sqrt(1 + ratio * ratio)
      pull *= bounded
      precision *= counts * bounded
    }
    into.pull[k] = pull
    into.precision[k] = precision
    into.offset[k] = offset
    into.offsetSquared[k] = squared
    totalPull += pull
    totalPrecision += precision
  }
  into.total.pull = totalPull
  into.total.precision = totalPrecision
}
