import { copyEvidence } from './find-copies.ts'
import { logistic } from './elementary.ts'
import { chooseScores } from './choose-scores.ts'
import type { ScoreChoice } from './decide-scores.ts'
import { findRings } from './find-rings.ts'
import type { Ring, RingFindings } from './find-rings.ts'
import { markLikelyFavours } from './favour-edges.ts'
import { favourFlows } from './favour-flows.ts'
import { fitFacets } from './facet-fit.ts'
import type { FacetFit, Population } from './facets.ts'
import { coRatingPairs, liftEvidence, markReturned, reciprocalPairs } from './pair-evidence.ts'
import { INTERVAL_DEVIATIONS } from './mean-of-ratings.ts'
import type { Scores } from './mean-of-ratings.ts'
import { defaultRaterParameters } from './rater-parameters.ts'
import type { RaterParameters } from './rater-parameters.ts'
import { checkColumns } from './rating-columns.ts'
import type { RatingColumns } from './rating-columns.ts'
import { indexRatings } from './rating-index.ts'
import type { RatingIndex } from './rating-index.ts'
import { applyStanding } from './standing-in-trust.ts'
import { cautiousShares, ringShares } from './ring-shares.ts'

/** One bit for each flag of a rater. A flag takes no points from anybody. */
export const RaterFlag = {
  /** In a ring that lifts its members. */
  ring: 1,
  /** Agrees with the rating before its own, not with the one after. */
  copies: 2,
  /** Stars that follow neither the subjects nor a leaning: at random, or always alike. */
  uninformative: 4,
  /** Has rated itself; those ratings count nothing. */
  ratesSelf: 8,
} as const

export interface FittedRaterModel {
  population: Population
  /** Which scores these are, and how the kinds of scores agree with raters who were left out. */
  choice: ScoreChoice
  /** In stars, 1 to 5; `low` to `high` holds the true value in 95 of 100 cases. */
  score: Float64Array
  low: Float64Array
  high: Float64Array
  /** Ratings of each subject, those of oneself left out. */
  subjectRatings: Int32Array
  /** In stars; positive: gives fewer than others would. */
  severity: Float64Array
  /** 0 to 1: the part of the variance of the rater's stars that is the subjects'. */
  consistency: Float64Array
  /** 0 to 1: how far the rater's stars can be relied on; about 0.7 for somebody yet unknown. */
  trust: Float64Array
  raterRatings: Int32Array
  /** For each rater its `RaterFlag`s. */
  flags: Uint8Array
  rings: Ring[]
  ringOf: Int32Array
  /** What an incremental update goes on from. */
  state: CalibrationState
}

export interface CalibrationState {
  index: RatingIndex
  fit: FacetFit
  share: Float32Array
  parameters: RaterParameters
}

/** How often the fit and the search for rings take turns. */
const SEARCHES = 2
/** A fit that only serves to look for rings need not settle as far. */
const COARSE = 4

/**
 * The rater model: a score with an interval for each subject, severity, consistency and trust for
 * each rater, and rings. The same ratings in any order give the same bytes.
 *
 * @throws RatingColumnsError if a column is wrong
 */
export function fitRaterModel(
  columns: RatingColumns,
  changed: Partial<RaterParameters> = {},
): FittedRaterModel {
  const parameters = { ...defaultRaterParameters, ...changed }
  checkColumns(columns)
  const index = indexRatings(columns, parameters)
  const { fit, share, findings } = fitWithoutRings(index, parameters)
  const chosen = chooseScores(index, parameters, share, fit)
  fit.population.scaleDeviation = chosen.choice.scaleDeviation
  return present({ index, fit, share, parameters }, findings, chosen)
}

/** A cautious fit first; then rings are found, taken out, and looked for again. */
function fitWithoutRings(index: RatingIndex, parameters: RaterParameters) {
  const isReturned = markReturned(index)
  const isLikely = markLikelyFavours(index)
  let share = cautiousShares(index, isReturned, isLikely, parameters.windowSeconds)
  let fit = fitFacets(index, parameters, share, undefined, COARSE * parameters.tolerance)
  let findings = searchRings(index, fit, parameters, share, isReturned)
  for (let search = 1; ; search += 1) {
    share = ringShares(index, findings.ringOf, parameters.ringShare, fit)
    const tolerance = (search === SEARCHES ? 1 : COARSE) * parameters.tolerance
    fit = fitFacets(index, parameters, share, fit, tolerance)
    if (search === SEARCHES) return { fit, share, findings }
    findings = searchRings(index, fit, parameters, share, isReturned)
  }
}

function searchRings(
  index: RatingIndex,
  fit: FacetFit,
  parameters: RaterParameters,
  share: Float32Array,
  isReturned: Uint8Array,
): RingFindings {
  const lift = liftEvidence(index, fit, parameters, share)
  const reciprocal = reciprocalPairs(index, lift, isReturned, parameters)
  const together = coRatingPairs(index, lift, parameters)
  const flows = favourFlows(index, lift, isReturned, parameters)
  return findRings(index.raterCount, [reciprocal, together], flows, parameters)
}

function present(
  state: CalibrationState,
  findings: RingFindings,
  { choice, plain }: ReturnType<typeof chooseScores>,
): FittedRaterModel {
  const { index, fit } = state
  const subjectRatings = new Int32Array(index.subjectCount)
  const raterRatings = new Int32Array(index.raterCount)
  for (let j = 0; j < index.subjectCount; j += 1) {
    subjectRatings[j] = (index.start[j + 1] as number) - (index.start[j] as number)
  }
  for (const by of index.rater) raterRatings[by] = (raterRatings[by] as number) + 1
  const scores = plain ?? presentScores(fit)
  const raters = presentRaters(state, findings)
  const { rings, ringOf } = findings
  const { population, severity } = fit
  return {
    population,
    choice,
    ...scores,
    subjectRatings,
    severity,
    ...raters,
    raterRatings,
    rings,
    ringOf,
    state,
  }
}

/**
 * A score and its interval, on the scale of the stars; the wider, the farther it lies from the mean of
 * all and the less raters agree on how far to spread subjects.
 */
export function presentScores(fit: FacetFit): Scores {
  const count = fit.score.length
  const score = new Float64Array(count)
  const low = new Float64Array(count)
  const high = new Float64Array(count)
  const { overall, scaleDeviation } = fit.population
  const onScale = (value: number) => Math.max(1, Math.min(5, value))
  for (let j = 0; j < count; j += 1) {
    const middle = fit.score[j] as number
    const scale = (scaleDeviation ?? 0) * (middle - overall)
    const reach = INTERVAL_DEVIATIONS * Math.sqrt(1 / (fit.precision[j] as number) + scale * scale)
    score[j] = onScale(middle)
    low[j] = onScale(middle - reach)
    high[j] = onScale(middle + reach)
  }
  return { score, low, high }
}

function presentRaters({ index, fit, parameters }: CalibrationState, findings: RingFindings) {
  const { subjectVariance, residualVariance } = fit.population
  const copies = copyEvidence(index, fit.informative)
  const consistency = new Float64Array(index.raterCount)
  const trust = new Float64Array(index.raterCount)
  const flags = new Uint8Array(index.raterCount)
  for (let i = 0; i < index.raterCount; i += 1) {
    const spread = fit.spread[i] as number
    const informative = fit.informative[i] as number
    consistency[i] = (informative * subjectVariance) / (subjectVariance + spread)
    const worth = (2 * residualVariance) / (2 * residualVariance + spread)
    const copying = logistic(2 * ((copies[i] as number) - 4))
    const colluding = logistic((findings.suspicion[i] as number) - 1)
    trust[i] = worth * informative * (1 - copying) * (1 - colluding)
    flags[i] =
      (findings.ringOf[i] === -1 ? 0 : RaterFlag.ring) +
      (copying > 0.5 ? RaterFlag.copies : 0) +
      (informative < 0.1 ? RaterFlag.uninformative : 0) +
      (index.ratesSelf[i] === 1 ? RaterFlag.ratesSelf : 0)
  }
  if (parameters.trustFollowsStanding) applyStanding(index, fit, trust)
  return { consistency, trust, flags }
}
