/** What all ratings together say of the scale: means and variances in stars and stars². */
export interface Population {
  overall: number
  subjectVariance: number
  severityVariance: number
  residualVariance: number
  /** How far raters differ in spreading the same subjects; absent until that is looked at. */
  scaleDeviation?: number
}

/**
 * The fitted facets. A rating is expected at `score − severity`; everything is in stars of the scale
 * that lies behind the five categories, so a score may lie outside 1 … 5.
 */
export interface FacetFit {
  population: Population
  /** For each subject its score and the precision (1 ÷ variance) of it. */
  score: Float64Array
  precision: Float64Array
  /** For each rater, positive for one who gives fewer stars than others would. */
  severity: Float64Array
  severityVariance: Float64Array
  spread: Float64Array
  /** Probability that the rater judges what it sees, and does not rate at random or always alike. */
  informative: Float64Array
  /** For each rater the ratings that counted (shares added). */
  counted: Float64Array
}
