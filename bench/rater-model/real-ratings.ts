import fs from 'node:fs'
import path from 'node:path'
import {
  readRealRatings,
  scoreFigures,
  SeededRandom,
  thinRatings,
} from '@azalea/scoring/attack-lab'
import type { RealRatings, ScoreFigures } from '@azalea/scoring/attack-lab'
import { fitRaterModel, plainScores } from '@azalea/scoring/raters'
import type { ScoreKind } from '@azalea/scoring/raters'
import { quantile } from '../measure.ts'

const folder = path.resolve(import.meta.dirname, '../../packages/scoring/fixtures/ratings')
const DRAWS = 10
const RESAMPLES = 400

/** An average and, by bootstrap over subjects, where it lies in 95 of 100 cases. */
export interface Interval {
  value: number
  low: number
  high: number
}

export interface RealResult {
  name: string
  ratingsPerSubject: number
  /** How often which scores were taken. */
  kinds: Record<ScoreKind, number>
  mean: ScoreFigures
  chosen: ScoreFigures
  /** What was taken less the mean; of the error the mean less what was taken. */
  gain: Record<keyof ScoreFigures, Interval>
  coverage: number
}

interface Scored {
  mean: Float64Array
  chosen: Float64Array
  truth: Float64Array
}

/**
 * The real sets, whole and thinned to five and three ratings a subject (averages over draws), each on
 * its own and all together: what the calibration takes beside the plain mean, both held against the
 * truth.
 */
export function measureRealRatings(): RealResult[] {
  const names = fs.readdirSync(folder).filter((file) => file.endsWith('.csv'))
  const sets = names.map((file) =>
    readRealRatings(fs.readFileSync(path.join(folder, file), 'utf8')),
  )
  return [10, 5, 3].flatMap((ratingsPerSubject) => {
    const scored = sets.map((set) => scoreDraws(set, ratingsPerSubject))
    const each = names.map((file, at) =>
      resultOf(file.replace('.csv', ''), ratingsPerSubject, scored.slice(at, at + 1)),
    )
    return [...each, resultOf('all together', ratingsPerSubject, scored)]
  })
}

function scoreDraws(set: RealRatings, ratingsPerSubject: number) {
  const kinds: Record<ScoreKind, number> = { mean: 0, levels: 0, model: 0 }
  const draws: Scored[] = []
  let covered = 0
  const count = ratingsPerSubject === 10 ? 1 : DRAWS
  for (let draw = 0; draw < count; draw += 1) {
    const { columns, truth } = thinRatings(set, ratingsPerSubject, draw)
    const { score, low, high, choice } = fitRaterModel(columns)
    kinds[choice.kind] += 1
    truth.forEach((value, j) => {
      if (value >= (low[j] ?? 0) && value <= (high[j] ?? 0)) covered += 1
    })
    draws.push({ mean: plainScores(columns, 'mean'), chosen: score, truth })
  }
  return { kinds, draws, coverage: covered / count / set.truth.length }
}

type ScoredSet = ReturnType<typeof scoreDraws>

function resultOf(name: string, ratingsPerSubject: number, sets: readonly ScoredSet[]): RealResult {
  const draws = sets.flatMap((set) => set.draws)
  const subjects = draws[0]?.truth.length ?? 0
  const everyone = Array.from({ length: subjects }, (_, j) => j)
  const { mean, chosen } = figuresOn(draws, everyone)
  const random = new SeededRandom(17)
  // The sets are of the same subjects: those are drawn together.
  const resampled = Array.from({ length: RESAMPLES }, () =>
    figuresOn(
      draws,
      everyone.map(() => random.whole(0, subjects - 1)),
    ),
  )
  const gainIn = (figure: keyof ScoreFigures): Interval => {
    const sign = figure === 'error' ? -1 : 1
    const gain = (one: (typeof resampled)[number]) => sign * (one.chosen[figure] - one.mean[figure])
    const gains = resampled.map(gain)
    return {
      value: rounded(gain({ mean, chosen })),
      low: rounded(quantile(gains, 0.025)),
      high: rounded(quantile(gains, 0.975)),
    }
  }
  const sum = (kind: ScoreKind) => sets.reduce((total, set) => total + set.kinds[kind], 0)
  return {
    name,
    ratingsPerSubject,
    kinds: { mean: sum('mean'), levels: sum('levels'), model: sum('model') },
    mean: roundedFigures(mean),
    chosen: roundedFigures(chosen),
    gain: {
      tau: gainIn('tau'),
      correlation: gainIn('correlation'),
      error: gainIn('error'),
    },
    coverage: rounded(sets.reduce((total, set) => total + set.coverage, 0) / sets.length),
  }
}

/** Averages over the draws, on these subjects. */
function figuresOn(draws: readonly Scored[], subjects: readonly number[]) {
  const average = (by: 'mean' | 'chosen'): ScoreFigures => {
    const sum: ScoreFigures = { tau: 0, correlation: 0, error: 0 }
    for (const draw of draws) {
      const pick = (from: Float64Array) => subjects.map((j) => from[j] as number)
      const figures = scoreFigures(pick(draw[by]), pick(draw.truth))
      sum.tau += figures.tau / draws.length
      sum.correlation += figures.correlation / draws.length
      sum.error += figures.error / draws.length
    }
    return sum
  }
  return { mean: average('mean'), chosen: average('chosen') }
}

const rounded = (value: number) => Math.round(value * 1000) / 1000

function roundedFigures({ tau, correlation, error }: ScoreFigures): ScoreFigures {
  return { tau: rounded(tau), correlation: rounded(correlation), error: rounded(error) }
}
