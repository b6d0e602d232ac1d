import { presentScores } from './fit-rater-model.ts'
import { refitSome } from './facet-fit.ts'
import type { FacetFit, Population } from './facets.ts'
import { defaultRaterParameters } from './rater-parameters.ts'
import type { RaterParameters } from './rater-parameters.ts'
import { checkColumns } from './rating-columns.ts'
import type { RatingColumns } from './rating-columns.ts'
import { indexRatings } from './rating-index.ts'
import { ringShares } from './ring-shares.ts'

/** What the last full fit says of the raters of a few subjects, numbered as in those subjects' columns. */
export interface KnownRaters {
  population: Population
  severity: Float64Array
  severityVariance: Float64Array
  spread: Float64Array
  informative: Float64Array
  /** For each rater the number of its ring, or −1. */
  ringOf: Int32Array
}

/** A rater of whom the last fit knew nothing. */
export function unknownRater({ severityVariance, residualVariance }: Population) {
  return { severity: 0, severityVariance, spread: residualVariance, informative: 0.9, ring: -1 }
}

/**
 * Scores after new ratings, without a full fit: the population and all raters but `changed` keep what
 * the last fit found. Work grows with the ratings in `columns` only.
 *
 * @param columns all ratings of the affected subjects: of the rated subject, and, so that what the
 *   rater's new rating says of the rater is heard, of the rater's other subjects
 * @param changed raters who gave new ratings
 * @throws RatingColumnsError if a column is wrong
 */
export function updateScores(
  columns: RatingColumns,
  known: KnownRaters,
  changed: readonly number[],
  chosen: Partial<RaterParameters> = {},
) {
  const parameters = { ...defaultRaterParameters, ...chosen }
  checkColumns(columns)
  const index = indexRatings(columns, parameters)
  const share = ringShares(index, known.ringOf, parameters.ringShare, known)
  const { overall, subjectVariance } = known.population
  const fit: FacetFit = {
    population: known.population,
    score: new Float64Array(columns.subjectCount).fill(overall),
    precision: new Float64Array(columns.subjectCount).fill(1 / subjectVariance),
    severity: known.severity.slice(),
    severityVariance: known.severityVariance.slice(),
    spread: known.spread.slice(),
    informative: known.informative.slice(),
    counted: new Float64Array(columns.raterCount),
  }
  refitSome(index, parameters, share, fit, changed)
  return { ...presentScores(fit), severity: fit.severity }
}
