import type { Agreement, HeldOutRater } from './held-out-raters.ts'

/** From the plainest: the mean of the stars, the mean of the levelled stars, the rater model. */
export const scoreKinds = ['mean', 'levels', 'model'] as const
export type ScoreKind = (typeof scoreKinds)[number]

/** How left-out raters agree with one kind of scores. */
export interface HeldOutFigures {
  /** Share of their pairs of subjects ordered alike less the share ordered otherwise, −1 to 1. */
  order: number
  /** Correlation of their stars, about each rater's mean, with the scores. */
  correlation: number
  /** Root mean square distance of the same, in stars. */
  distance: number
}

export interface ScoreChoice {
  kind: ScoreKind
  /** Left-out raters who told any two subjects apart. */
  raters: number
  figures: Record<ScoreKind, HeldOutFigures>
  /** How far raters differ in spreading the same subjects: deviation of their slopes, 1 the usual. */
  scaleDeviation: number
  /** How far raters differ in their means of the same subjects, in stars². */
  leaningVariance: number
}

/** Fewer raters than this decide nothing, and the mean stands. */
const LEAST_RATERS = 10
/** What is usual for stars from 1 to 5, where too few raters tell. */
const USUAL_LEANING = 0.25

/**
 * Takes the plainest scores that no richer ones are shown to surpass. Going from the mean to the levels
 * to the model, each takes the place of the one before only if raters who were left out agree better
 * with it, and in none of order, correlation and distance worse by more than one standard error
 * (jackknife over raters). Better means for the levels: in order or correlation, by more than one
 * standard error; for the model, which gives every rater numbers of their own: in both, by more than
 * two.
 */
export function decideScores(heldOut: readonly HeldOutRater[]): ScoreChoice {
  const telling = heldOut.filter(({ pairs }) => pairs > 0)
  const sums = scoreKinds.map((_, at) =>
    telling.map(({ agreements, ...own }) => ({ ...own, ...(agreements[at] as Agreement) })),
  )
  const totals = sums.map((list) => list.reduce((sum, one) => added(sum, one), nothing))
  let kept = 0
  if (telling.length >= LEAST_RATERS) {
    for (let at = 1; at < scoreKinds.length; at += 1) {
      const gains = gainsOver(sums, totals, at, kept)
      if (surpasses(scoreKinds[at] as ScoreKind, gains)) kept = at
    }
  }
  const [mean, levels, model] = totals.map(figuresOf) as [
    HeldOutFigures,
    HeldOutFigures,
    HeldOutFigures,
  ]
  return {
    kind: scoreKinds[kept] as ScoreKind,
    raters: telling.length,
    figures: { mean, levels, model },
    ...differencesOf(sums[kept] as Sums[]),
  }
}

type Sums = Omit<HeldOutRater, 'agreements'> & Agreement

const nothing: Sums = {
  pairs: 0,
  stars: 0,
  ratings: 0,
  agreeing: 0,
  both: 0,
  scores: 0,
  distance: 0,
  above: 0,
}

function added(a: Sums, b: Sums, by = 1): Sums {
  return {
    pairs: a.pairs + by * b.pairs,
    stars: a.stars + by * b.stars,
    ratings: a.ratings + by * b.ratings,
    agreeing: a.agreeing + by * b.agreeing,
    both: a.both + by * b.both,
    scores: a.scores + by * b.scores,
    distance: a.distance + by * b.distance,
    above: a.above + by * b.above,
  }
}

function figuresOf({ pairs, stars, ratings, agreeing, both, scores, distance }: Sums) {
  const scale = Math.sqrt(Math.max(0, scores * stars))
  return {
    order: pairs > 0 ? agreeing / pairs : 0,
    correlation: scale > 0 ? both / scale : 0,
    distance: ratings > 0 ? Math.sqrt(Math.max(0, distance) / ratings) : 0,
  }
}

interface Gain {
  gain: number
  standardError: number
}

/** What one kind gains over another in order, correlation and distance, each in its own unit. */
function gainsOver(
  sums: readonly Sums[][],
  totals: readonly Sums[],
  candidate: number,
  other: number,
): Gain[] {
  const gains = (one: Sums, two: Sums) => {
    const [a, b] = [figuresOf(one), figuresOf(two)]
    return [a.order - b.order, a.correlation - b.correlation, b.distance - a.distance]
  }
  const [ours, theirs] = [sums[candidate] as Sums[], sums[other] as Sums[]]
  const [total, otherTotal] = [totals[candidate] as Sums, totals[other] as Sums]
  const without = ours.map((_, i) =>
    gains(added(total, ours[i] as Sums, -1), added(otherTotal, theirs[i] as Sums, -1)),
  )
  return gains(total, otherTotal).map((gain, n) => ({
    gain,
    standardError: jackknife(without.map((one) => one[n] as number)),
  }))
}

/** The standard error of a figure that was taken again without one rater each. */
function jackknife(without: readonly number[]): number {
  const mean = meanOf(without)
  const squares = without.reduce((sum, one) => sum + (one - mean) * (one - mean), 0)
  return Math.sqrt(((without.length - 1) / without.length) * squares)
}

const meanOf = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length

function surpasses(kind: ScoreKind, [order, correlation, distance]: readonly Gain[]): boolean {
  const inWhat = [order, correlation, distance] as Gain[]
  if (inWhat.some(({ gain, standardError }) => gain < -standardError)) return false
  const isBetter = (errors: number) =>
    [order, correlation].map((one) => isGain(one as Gain, errors))
  return kind === 'model' ? isBetter(2).every(Boolean) : isBetter(1).some(Boolean)
}

const isGain = ({ gain, standardError }: Gain, errors: number) => gain > errors * standardError

/** By how much raters differ in slope and in mean, beyond what chance gives. */
function differencesOf(raters: readonly Sums[]) {
  const known = raters.filter(({ ratings, scores }) => ratings > 2 && scores > 0)
  const sum = (of: (one: Sums) => number) => known.reduce((total, one) => total + of(one), 0)
  const freedom = sum(({ ratings }) => ratings - 2)
  const residual = sum(({ stars, both, scores }) => stars - (both * both) / scores) / freedom
  if (known.length < LEAST_RATERS || !(residual > 0)) {
    return { scaleDeviation: 0, leaningVariance: USUAL_LEANING }
  }
  const slopes = varianceBetween(
    known.map(({ both, scores }) => ({ value: both / scores, precision: scores / residual })),
  )
  const means = varianceBetween(
    known.map(({ above, ratings }) => ({ value: above, precision: ratings / residual })),
  )
  return {
    scaleDeviation: slopes.mean > 0 ? Math.sqrt(slopes.variance) / slopes.mean : 0,
    leaningVariance: means.variance,
  }
}

/** The variance of what is estimated, beyond that of the estimates (DerSimonian and Laird 1986). */
function varianceBetween(estimates: readonly { value: number; precision: number }[]) {
  let [weights, squares, values] = [0, 0, 0]
  for (const { value, precision } of estimates) {
    weights += precision
    squares += precision * precision
    values += precision * value
  }
  const mean = values / weights
  let chance = 0
  for (const { value, precision } of estimates)
    chance += precision * (value - mean) * (value - mean)
  const room = weights - squares / weights
  const variance = room > 0 ? (chance - estimates.length + 1) / room : 0
  return { mean, variance: Math.max(0, variance) }
}
