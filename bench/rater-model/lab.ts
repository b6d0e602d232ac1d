import {
  estimators,
  measureVillage,
  SeededRandom,
  simulateVillage,
} from '@azalea/scoring/attack-lab'
import type { LabEstimator, VillageMeasure } from '@azalea/scoring/attack-lab'
import { fitRaterModel, compareOnSpotChecks, updateScores } from '@azalea/scoring/raters'
import type { RatingColumns } from '@azalea/scoring/raters'
import { summarise } from '../measure.ts'
import { simulateCity } from './city.ts'
import { inRounds } from './rounds.ts'
import type { Scenario } from './scenarios.ts'

export interface ScenarioResult {
  name: string
  seeds: number
  tau: Record<LabEstimator, number>
  /** The model's τ less the best of the others', averaged over the seeds. */
  advantage: number
  largestGain: Record<LabEstimator, number>
  averageGain: Record<LabEstimator, number>
  ringPrecision: number | null
  ringRecall: number | null
  /** Honest people called ring members, in all seeds together. */
  wronglyCalled: number
  coverage: number
  severityCorrelation: number
  trustOverColluding: number | null
  trustOverCareless: number | null
}

/** Averages over the seeds; the gain is the largest of all seeds. */
export function measureScenario(scenario: Scenario, seeds: readonly number[]): ScenarioResult {
  const measures = seeds.map((seed) => measureVillage(scenario.village, seed))
  const mean = (of: (measure: VillageMeasure) => number) => average(measures.map(of))
  const perEstimator = (of: (estimator: LabEstimator) => number) =>
    Object.fromEntries(estimators.map((name) => [name, of(name)])) as Record<LabEstimator, number>
  return {
    name: scenario.name,
    seeds: seeds.length,
    tau: perEstimator((name) => rounded(mean(({ tau }) => tau[name]))),
    advantage: rounded(
      mean(({ tau }) => tau.model - Math.max(tau.mean, tau.median, tau.shrunkenMean)),
    ),
    largestGain: perEstimator((name) =>
      rounded(Math.max(...measures.map(({ largestGain }) => largestGain[name]))),
    ),
    averageGain: perEstimator((name) => rounded(mean(({ averageGain }) => averageGain[name]))),
    ringPrecision: orNull(mean(({ ringPrecision }) => ringPrecision)),
    ringRecall: orNull(mean(({ ringRecall }) => ringRecall)),
    wronglyCalled: measures.reduce((sum, { wronglyCalled }) => sum + wronglyCalled, 0),
    coverage: rounded(mean(({ coverage }) => coverage)),
    severityCorrelation: rounded(mean((measure) => measure.severityCorrelation)),
    trustOverColluding: orNull(mean((measure) => measure.trustOverColluding)),
    trustOverCareless: orNull(mean((measure) => measure.trustOverCareless)),
  }
}

function average(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value))
  return known.reduce((a, b) => a + b, 0) / known.length
}

/** Strangers with no history give one or five stars to one subject: the farthest that it moved. */
export function measureInfluence({ village }: Scenario, seeds: readonly number[]) {
  const moved = { oneRater: 0, oneHouseholdOfSix: 0, sixStrangers: 0, sixStrangersMean: 0 }
  for (const seed of seeds) {
    const { columns } = simulateVillage(village, seed)
    const before = fitRaterModel(columns).score
    const random = new SeededRandom(seed)
    for (let trial = 0; trial < 10; trial += 1) {
      const subject = random.whole(0, columns.subjectCount - 1)
      const stars = trial % 2 === 0 ? 1 : 5
      const move = (count: number, isHousehold: boolean) => {
        const attacked = withStrangers(columns, subject, stars, count, isHousehold)
        return Math.abs((fitRaterModel(attacked).score[subject] ?? 0) - (before[subject] ?? 0))
      }
      moved.oneRater = Math.max(moved.oneRater, move(1, false))
      moved.oneHouseholdOfSix = Math.max(moved.oneHouseholdOfSix, move(6, true))
      moved.sixStrangers = Math.max(moved.sixStrangers, move(6, false))
      const own = columns.stars.filter((_, row) => columns.subject[row] === subject)
      const sum = own.reduce((a, b) => a + b, 0)
      const meanMoved = (sum + 6 * stars) / (own.length + 6) - sum / own.length
      moved.sixStrangersMean = Math.max(moved.sixStrangersMean, Math.abs(meanMoved))
    }
  }
  return Object.fromEntries(Object.entries(moved).map(([name, value]) => [name, rounded(value)]))
}

function withStrangers(
  columns: RatingColumns,
  subject: number,
  stars: number,
  count: number,
  isHousehold: boolean,
): RatingColumns {
  const { raterCount } = columns
  const newest = columns.time.reduce((a, b) => Math.max(a, b), 0)
  const added = Array.from({ length: count }, (_, n) => n)
  return {
    ...columns,
    raterCount: raterCount + count,
    rater: Int32Array.from([...columns.rater, ...added.map((n) => raterCount + n)]),
    subject: Int32Array.from([...columns.subject, ...added.map(() => subject)]),
    stars: Float32Array.from([...columns.stars, ...added.map(() => stars)]),
    time: Float64Array.from([...columns.time, ...added.map((n) => newest + n)]),
    householdOf: Int32Array.from({ length: raterCount + count }, (_, i) =>
      isHousehold && i >= raterCount ? 0 : -1,
    ),
  }
}

/** Held-out spot checks on a tenth of the subjects: how far each estimate lies from the inspector. */
export function measureSpotChecks({ village }: Scenario, seeds: readonly number[]) {
  const comparisons = seeds.map((seed) => {
    const { columns, quality } = simulateVillage(village, seed)
    const random = new SeededRandom(seed + 31)
    const checked = [...quality.keys()].filter(() => random.unit() < 0.1)
    const given = checked.map((j) =>
      Math.max(1, Math.min(5, random.normal(quality[j] as number, 0.3))),
    )
    const inspector = columns.raterCount
    const count = columns.rater.length
    return compareOnSpotChecks({
      ...columns,
      raterCount: inspector + 1,
      rater: Int32Array.from([...columns.rater, ...checked.map(() => inspector)]),
      subject: Int32Array.from([...columns.subject, ...checked]),
      stars: Float32Array.from([...columns.stars, ...given]),
      time: Float64Array.from([...columns.time, ...checked.map(() => 0)]),
      isSpotCheck: Uint8Array.from({ length: count + checked.length }, (_, row) =>
        row < count ? 0 : 1,
      ),
    })
  })
  return Object.fromEntries(
    estimators.map((name) => [name, rounded(average(comparisons.map((errors) => errors[name])))]),
  ) as Record<LabEstimator, number>
}

/** A new rating in a city: the subject's and the rater's other subjects' scores, again and again. */
export function measureUpdate() {
  const { columns } = simulateCity({
    users: 6_000,
    ratings: 180_000,
    usersPerVillage: 1_500,
    colluding: 0.02,
    seed: 3,
  })
  const { state, population, ringOf } = fitRaterModel(columns)
  const ofRater: number[][] = Array.from({ length: columns.raterCount }, () => [])
  const ofSubject: number[][] = Array.from({ length: columns.subjectCount }, () => [])
  columns.rater.forEach((by, row) => {
    ofRater[by]?.push(row)
    ofSubject[columns.subject[row] as number]?.push(row)
  })
  const took: number[] = []
  let processorMicroseconds = 0
  let ratings = 0
  for (let trial = 0; trial < 1100; trial += 1) {
    const changed = (trial * 13) % columns.raterCount
    const subjects = [
      ...new Set((ofRater[changed] ?? []).map((row) => columns.subject[row] as number)),
    ]
    const rows = subjects.flatMap((j) => ofSubject[j] ?? [])
    if (rows.length === 0) continue
    const small = neighbourhood(columns, rows, subjects)
    const pick = (column: Float64Array) =>
      Float64Array.from(small.raters, (i) => column[i] as number)
    const known = {
      population,
      severity: pick(state.fit.severity),
      severityVariance: pick(state.fit.severityVariance),
      spread: pick(state.fit.spread),
      informative: pick(state.fit.informative),
      ringOf: Int32Array.from(small.raters, (i) => ringOf[i] as number),
    }
    const before = process.cpuUsage()
    const began = performance.now()
    updateScores(small.columns, known, [small.raters.indexOf(changed)])
    if (trial < 100) continue
    took.push(performance.now() - began)
    ratings += rows.length
    const { user, system } = process.cpuUsage(before)
    processorMicroseconds += user + system
  }
  const { operations, p50Milliseconds, p99Milliseconds } = summarise(inRounds(took))
  return {
    updates: operations,
    ratingsLookedAt: Math.round(ratings / took.length),
    medianMilliseconds: p50Milliseconds,
    p99Milliseconds,
    processorMilliseconds: rounded(processorMicroseconds / 1000 / took.length),
  }
}

function neighbourhood(columns: RatingColumns, rows: number[], subjects: number[]) {
  const raters = [...new Set(rows.map((row) => columns.rater[row] as number))]
  const raterAt = new Map(raters.map((i, at) => [i, at]))
  const subjectAt = new Map(subjects.map((j, at) => [j, at]))
  const owner = (j: number) => raterAt.get(columns.ownerOf?.[j] ?? -1) ?? -1
  const small: RatingColumns = {
    raterCount: raters.length,
    subjectCount: subjects.length,
    rater: Int32Array.from(rows, (row) => raterAt.get(columns.rater[row] as number) as number),
    subject: Int32Array.from(
      rows,
      (row) => subjectAt.get(columns.subject[row] as number) as number,
    ),
    stars: Float32Array.from(rows, (row) => columns.stars[row] as number),
    time: Float64Array.from(rows, (row) => columns.time[row] as number),
    ownerOf: Int32Array.from(subjects, owner),
  }
  return { columns: small, raters }
}

export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : rounded(value)
}
