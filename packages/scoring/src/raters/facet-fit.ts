import {
  RATER_STRIPE,
  RaterColumn,
  rateSubject,
  raterTable,
  subjectEvidenceFor,
} from './rating-evidence.ts'
import type { SubjectEvidence } from './rating-evidence.ts'
import { logarithm, logistic } from './elementary.ts'
import type { FacetFit } from './facets.ts'
import type { RatingIndex } from './rating-index.ts'
import type { RaterParameters } from './rater-parameters.ts'

/**
 * What is usual for stars from 1 to 5, in stars², and how many subjects, raters or ratings that
 * belief weighs: enough that a handful of ratings does not look certain, nothing beside a village's.
 */
const USUAL = { subjectVariance: 0.4, severityVariance: 0.25, residualVariance: 0.45 }
const USUAL_WEIGHT = 10
const LEAST_RESIDUAL = 0.05
/** With the population given, a few raters settle at once. */
const ROUNDS_OF_SOME = 5

/**
 * Sums over a rater's ratings, in one stripe of an array for the sake of the cache. The first three
 * depend on the shares alone and are taken once for a fit.
 */
const Sum = {
  count: 0,
  stars: 1,
  starsSquared: 2,
  weight: 3,
  offset: 4,
  gap: 5,
  gapSquared: 6,
  residualSquared: 7,
} as const
const STRIPE = 8

/**
 * Fits the facets: each round takes subjects given raters, then raters given what *others* say of
 * their subjects, then the population.
 *
 * @param share each rating's part of its rater's, household's and ring's one rating, 0 to 1
 * @param from an earlier fit to go on from
 * @param tolerance the fit is settled when a round changes nothing of the population by more, in stars
 */
export function fitFacets(
  index: RatingIndex,
  parameters: RaterParameters,
  share: Float32Array,
  from?: FacetFit,
  tolerance: number = parameters.tolerance,
): FacetFit {
  const fit = from ?? startingFit(index)
  const evidence = subjectEvidenceFor(index)
  const sums = sumsOfShares(index, share)
  if (!from) stepSubjects(index, fit, parameters, share, evidence)
  for (let round = 0; round < parameters.rounds; round += 1) {
    stepSubjects(index, fit, parameters, share, evidence, sums)
    for (let i = 0; i < index.raterCount; i += 1) updateRater(fit, parameters, sums, i)
    if (updatePopulation(index, fit, sums) < tolerance) break
  }
  stepSubjects(index, fit, parameters, share, evidence)
  return fit
}

/**
 * Fits subjects and the given raters only; everybody else and the population stay as they are. For a
 * few new ratings at a time, on an index of no more than the affected subjects.
 */
export function refitSome(
  index: RatingIndex,
  parameters: RaterParameters,
  share: Float32Array,
  fit: FacetFit,
  raters: readonly number[],
): void {
  const evidence = subjectEvidenceFor(index)
  const sums = sumsOfShares(index, share)
  for (let round = 0; round < ROUNDS_OF_SOME; round += 1) {
    stepSubjects(index, fit, parameters, share, evidence, sums)
    for (const i of raters) updateRater(fit, parameters, sums, i)
  }
  stepSubjects(index, fit, parameters, share, evidence)
}

function sumsOfShares({ rater, stars, isSpotCheck, raterCount }: RatingIndex, share: Float32Array) {
  const sums = new Float64Array(raterCount * STRIPE)
  for (let e = 0; e < rater.length; e += 1) {
    if (isSpotCheck[e] === 1) continue
    const at = (rater[e] as number) * STRIPE
    const part = share[e] as number
    const given = stars[e] as number
    sums[at + Sum.count] = (sums[at + Sum.count] as number) + part
    sums[at + Sum.stars] = (sums[at + Sum.stars] as number) + part * given
    sums[at + Sum.starsSquared] = (sums[at + Sum.starsSquared] as number) + part * given * given
  }
  return sums
}

function clearEvidence(sums: Float64Array): void {
  for (let at = 0; at < sums.length; at += STRIPE) sums.fill(0, at + Sum.weight, at + STRIPE)
}

/** One Newton step for each subject; into `sums`, if given, the sums over each rater's ratings. */
function stepSubjects(
  index: RatingIndex,
  fit: FacetFit,
  parameters: RaterParameters,
  share: Float32Array,
  evidence: SubjectEvidence,
  sums?: Float64Array,
): void {
  if (sums) clearEvidence(sums)
  const table = raterTable(fit)
  for (let j = 0; j < index.subjectCount; j += 1) {
    rateSubject(index, fit, table, parameters, share, j, evidence)
    if (sums) sumForRaters(index, fit, table, share, sums, evidence, j)
    const { pull, precision } = evidence.total
    const step = Math.max(-1.5, Math.min(1.5, pull / precision))
    fit.score[j] = (fit.score[j] as number) + step
    fit.precision[j] = precision
  }
}

function startingFit(index: RatingIndex): FacetFit {
  const { stars, raterCount, subjectCount } = index
  let sum = 0
  let squares = 0
  for (const given of stars) {
    sum += given
    squares += given * given
  }
  const count = Math.max(1, stars.length)
  const overall = stars.length === 0 ? 3 : sum / count
  const variance = stars.length === 0 ? 1 : Math.max(0.1, squares / count - overall * overall)
  const subjectVariance = 0.35 * variance
  const severityVariance = 0.2 * variance
  const residualVariance = 0.45 * variance
  return {
    population: { overall, subjectVariance, severityVariance, residualVariance },
    score: new Float64Array(subjectCount).fill(overall),
    precision: new Float64Array(subjectCount).fill(1 / subjectVariance),
    severity: new Float64Array(raterCount),
    severityVariance: new Float64Array(raterCount).fill(severityVariance),
    spread: new Float64Array(raterCount).fill(residualVariance),
    informative: new Float64Array(raterCount).fill(0.9),
    counted: new Float64Array(raterCount),
  }
}

/**
 * Adds subject j's ratings to their raters' sums, each against what the *other* ratings say of the
 * subject: one Newton step from the present score, without the rating.
 */
function sumForRaters(
  index: RatingIndex,
  fit: FacetFit,
  table: Float64Array,
  share: Float32Array,
  sums: Float64Array,
  evidence: SubjectEvidence,
  j: number,
): void {
  const score = fit.score[j] as number
  const { pull, precision } = evidence.total
  const { rater, stars, isSpotCheck } = index
  const from = index.start[j] as number
  const to = index.start[j + 1] as number
  for (let e = from; e < to; e += 1) {
    const part = share[e] as number
    if (part === 0 || isSpotCheck[e] === 1) continue
    const k = e - from
    const i = rater[e] as number
    const variance = 1 / (precision - (evidence.precision[k] as number))
    const step = Math.max(-2, Math.min(2, (pull - (evidence.pull[k] as number)) * variance))
    const others = score + step
    const spread = table[i * RATER_STRIPE + RaterColumn.spread] as number
    const offset = evidence.offset[k] as number
    const residual = offset - step
    const weight = part / (spread + variance)
    // A rating far off says little of a rater's severity.
    const robust = weight / Math.sqrt(1 + (residual * residual) / (9 * spread))
    const plainGap = (stars[e] as number) - others
    const squared =
      (evidence.offsetSquared[k] as number) - variance + residual * residual - offset * offset
    const at = i * STRIPE
    sums[at + Sum.weight] = (sums[at + Sum.weight] as number) + robust
    const gap = residual - (table[i * RATER_STRIPE + RaterColumn.severity] as number)
    sums[at + Sum.offset] = (sums[at + Sum.offset] as number) + robust * gap
    sums[at + Sum.gap] = (sums[at + Sum.gap] as number) + part * plainGap
    sums[at + Sum.gapSquared] = (sums[at + Sum.gapSquared] as number) + part * plainGap * plainGap
    sums[at + Sum.residualSquared] = (sums[at + Sum.residualSquared] as number) + part * squared
  }
}

function updateRater(
  fit: FacetFit,
  parameters: RaterParameters,
  sums: Float64Array,
  i: number,
): void {
  const { severityVariance, residualVariance } = fit.population
  const at = i * STRIPE
  const count = sums[at + Sum.count] as number
  const precision = 1 / severityVariance + (sums[at + Sum.weight] as number)
  fit.counted[i] = count
  fit.severity[i] = -(sums[at + Sum.offset] as number) / precision
  fit.severityVariance[i] = 1 / precision
  if (count === 0) return
  const prior = parameters.spreadPriorRatings
  const squares = Math.max(0, sums[at + Sum.residualSquared] as number)
  const spread = (prior * residualVariance + squares) / (prior + count)
  fit.spread[i] = Math.max(0.4 * residualVariance, spread)
  const stars = sums[at + Sum.stars] as number
  const gap = sums[at + Sum.gap] as number
  const spreadAlone = (sums[at + Sum.starsSquared] as number) - (stars * stars) / count
  const spreadBeside = (sums[at + Sum.gapSquared] as number) - (gap * gap) / count
  const base = 3 * residualVariance
  // Student's likelihoods of "follows the subject" and "follows nothing", with the same prior.
  const ratio =
    logarithm(base + Math.max(0, spreadAlone)) - logarithm(base + Math.max(0, spreadBeside))
  const share = parameters.informativeShare
  fit.informative[i] = logistic(logarithm(share / (1 - share)) + ((2 + count) / 2) * ratio)
}

/**
 * One step of expectation–maximisation for the means and variances. Returns the largest change of the
 * mean and the deviations, in stars.
 */
function updatePopulation(index: RatingIndex, fit: FacetFit, sums: Float64Array): number {
  const population = fit.population
  const before = { ...population }
  let subjects = 0
  let scores = 0
  let squares = 0
  for (let j = 0; j < index.subjectCount; j += 1) {
    if (index.start[j + 1] === index.start[j]) continue
    const score = (fit.score[j] as number) - population.overall
    subjects += 1
    scores += score
    squares += score * score + 1 / (fit.precision[j] as number)
  }
  let raters = 0
  let severities = 0
  let residuals = 0
  let freedom = 0
  for (let i = 0; i < fit.severity.length; i += 1) {
    const at = i * STRIPE
    const count = fit.counted[i] as number
    if (count === 0) continue
    const severity = fit.severity[i] as number
    const variance = fit.severityVariance[i] as number
    raters += 1
    severities += severity * severity + variance
    const weight = fit.informative[i] as number
    residuals += weight * (sums[at + Sum.residualSquared] as number)
    freedom += weight * Math.max(0, count - (sums[at + Sum.weight] as number) * variance)
  }
  if (subjects === 0 || raters === 0) return 0
  const shift = scores / subjects
  const withUsual = (sum: number, count: number, usual: number) =>
    (sum + USUAL_WEIGHT * usual) / (count + USUAL_WEIGHT)
  // Nothing but top stars would otherwise let the scale drift upward without end.
  population.overall = Math.max(1, Math.min(5, population.overall + shift))
  const aroundMean = squares - subjects * shift * shift
  population.subjectVariance = withUsual(aroundMean, subjects, USUAL.subjectVariance)
  population.severityVariance = withUsual(severities, raters, USUAL.severityVariance)
  const residual = withUsual(Math.max(0, residuals), freedom, USUAL.residualVariance)
  const most = 2 * population.residualVariance
  population.residualVariance = Math.max(LEAST_RESIDUAL, Math.min(most, residual))
  const changed = (name: 'subjectVariance' | 'severityVariance' | 'residualVariance') =>
    Math.abs(Math.sqrt(population[name]) - Math.sqrt(before[name]))
  return Math.max(
    Math.abs(population.overall - before.overall),
    changed('subjectVariance'),
    changed('severityVariance'),
    changed('residualVariance'),
  )
}
