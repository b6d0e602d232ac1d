import { fitRaterModel } from '../raters/fit-rater-model.ts'
import type { FittedRaterModel } from '../raters/fit-rater-model.ts'
import { kendallTau } from '../raters/kendall-tau.ts'
import { plainScores } from '../raters/plain-scores.ts'
import { correlation } from './score-figures.ts'
import { simulateVillage } from './village-simulator.ts'
import type { SimulatedVillage, VillageParameters } from './village-simulator.ts'

export const estimators = ['mean', 'median', 'shrunkenMean', 'model'] as const
export type LabEstimator = (typeof estimators)[number]

/** How well a village's scores came out; NaN where there is nothing to measure. */
export interface VillageMeasure {
  /** Kendall's τ-b between estimated and true quality. */
  tau: Record<LabEstimator, number>
  /** The largest gain of a subject by its ring, in stars: its score with all rings less without. */
  largestGain: Record<LabEstimator, number>
  /** What a ring's subjects gained on average. */
  averageGain: Record<LabEstimator, number>
  /** Of the people called ring members those who are, and of those who are those called so. */
  ringPrecision: number
  ringRecall: number
  /** Honest people called ring members. */
  wronglyCalled: number
  /** Share of subjects whose true quality lies between `low` and `high`. */
  coverage: number
  /** Correlation of estimated with true severity among honest raters. */
  severityCorrelation: number
  /** Probability that an honest rater is trusted more than a colluding, random or lazy one. */
  trustOverColluding: number
  trustOverCareless: number
}

export function measureVillage(parameters: VillageParameters, seed: number): VillageMeasure {
  const village = simulateVillage(parameters, seed)
  const calibration = fitRaterModel(village.columns)
  const tau = perEstimator(village, calibration, (score) => kendallTau(score, village.quality))
  return {
    tau,
    ...gains(parameters, seed, village, calibration),
    ...ringsFound(village, calibration),
    coverage: coverageOf(village, calibration),
    severityCorrelation: severityCorrelation(village, calibration),
    trustOverColluding: trustOver(village, calibration, ['colluding']),
    trustOverCareless: trustOver(village, calibration, ['random', 'lazy']),
  }
}

function scoresOf(village: SimulatedVillage, calibration: FittedRaterModel, by: LabEstimator) {
  return by === 'model' ? calibration.score : plainScores(village.columns, by)
}

function perEstimator(
  village: SimulatedVillage,
  calibration: FittedRaterModel,
  measure: (score: Float64Array, by: LabEstimator) => number,
): Record<LabEstimator, number> {
  const of = (by: LabEstimator) => measure(scoresOf(village, calibration, by), by)
  return {
    mean: of('mean'),
    median: of('median'),
    shrunkenMean: of('shrunkenMean'),
    model: of('model'),
  }
}

/** The same village without its rings is simulated with the same honest ratings. */
function gains(
  parameters: VillageParameters,
  seed: number,
  village: SimulatedVillage,
  calibration: FittedRaterModel,
): Pick<VillageMeasure, 'largestGain' | 'averageGain'> {
  if (village.rings.length === 0) return { largestGain: noGain, averageGain: noGain }
  const clean = simulateVillage({ ...parameters, colluding: 0 }, seed)
  const cleanCalibration = fitRaterModel(clean.columns)
  const { subjectsPerPerson } = parameters
  const lifted = village.rings.flatMap((ring) =>
    parameters.ringStyle === 'servants' ? ring.slice(0, 1) : ring,
  )
  const subjects = lifted.flatMap((member) =>
    Array.from({ length: subjectsPerPerson }, (_, k) => member * subjectsPerPerson + k),
  )
  const gainsOf = (score: Float64Array, by: LabEstimator) => {
    const before = scoresOf(clean, cleanCalibration, by)
    return subjects.map((j) => (score[j] as number) - (before[j] as number))
  }
  const most = (list: readonly number[]) => list.reduce((a, b) => Math.max(a, b), -Infinity)
  const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length
  return {
    largestGain: perEstimator(village, calibration, (score, by) => most(gainsOf(score, by))),
    averageGain: perEstimator(village, calibration, (score, by) => mean(gainsOf(score, by))),
  }
}

const noGain: Record<LabEstimator, number> = {
  mean: Number.NaN,
  median: Number.NaN,
  shrunkenMean: Number.NaN,
  model: Number.NaN,
}

function ringsFound({ character }: SimulatedVillage, { ringOf }: FittedRaterModel) {
  let right = 0
  let called = 0
  let members = 0
  character.forEach((kind, i) => {
    const isCalled = ringOf[i] !== -1
    if (isCalled) called += 1
    if (kind === 'colluding') members += 1
    if (isCalled && kind === 'colluding') right += 1
  })
  return {
    ringPrecision: called === 0 ? Number.NaN : right / called,
    ringRecall: members === 0 ? Number.NaN : right / members,
    wronglyCalled: called - right,
  }
}

function coverageOf({ quality }: SimulatedVillage, { low, high }: FittedRaterModel): number {
  let covered = 0
  quality.forEach((truth, j) => {
    if (truth >= (low[j] as number) && truth <= (high[j] as number)) covered += 1
  })
  return covered / quality.length
}

function severityCorrelation(village: SimulatedVillage, calibration: FittedRaterModel): number {
  const honest = [...village.character.keys()].filter(
    (i) => village.character[i] === 'honest' && (calibration.raterRatings[i] as number) > 0,
  )
  const estimated = honest.map((i) => calibration.severity[i] as number)
  return correlation(
    estimated,
    honest.map((i) => village.severity[i] as number),
  )
}

function trustOver(
  { character }: SimulatedVillage,
  { trust, raterRatings }: FittedRaterModel,
  kinds: readonly string[],
): number {
  const trustOf = (wanted: readonly string[]) =>
    [...character.keys()]
      .filter((i) => wanted.includes(character[i] as string) && (raterRatings[i] as number) > 0)
      .map((i) => trust[i] as number)
  const honest = trustOf(['honest'])
  const others = trustOf(kinds)
  let above = 0
  for (const a of honest) for (const b of others) above += a > b ? 1 : a === b ? 0.5 : 0
  return above / (honest.length * others.length)
}
