import fs from 'node:fs'
import type { LabEstimator } from '@azalea/scoring/attack-lab'
import type { ScenarioResult } from './lab.ts'
import type { Interval, RealResult } from './real-ratings.ts'
import type { ReplayResult } from './replay.ts'

interface Delay {
  p99: number
  most: number
}

export interface ScaleResult {
  users: number
  ratings: number
  refitSeconds: number
  refitProcessorSeconds: number
  inputMegabytes: number
  peakMegabytes: number
  /** How long others wait for their turn beside the fit, which has a thread of its own, and before it. */
  delayMilliseconds: Delay
  delayMillisecondsIdle: Delay
  rings: number
  tau: number
  tauOfMean: number
}

export interface RaterModelResults {
  measuredAt: string
  machine: { processors: number; node: string }
  seeds: string
  promised: ScenarioResult[]
  others: ScenarioResult[]
  real: RealResult[]
  honest: { name: string; villages: number; called: number }[]
  influence: Record<string, number>
  spotChecks: Record<'plain' | 'colluding', Record<LabEstimator, number>>
  update: {
    updates: number
    ratingsLookedAt: number
    medianMilliseconds: number
    p99Milliseconds: number
    processorMilliseconds: number
  }
  /** The nightly fit of a village, and the same update in the server: all is in PostgreSQL. */
  served: {
    fit: {
      ratings: number
      milliseconds: number
      delayP99Milliseconds: number
      delayMostMilliseconds: number
    }
    score: {
      updates: number
      ratingsOfSubject: number
      medianMilliseconds: number
      p99Milliseconds: number
      /** The reading of the subject's ratings alone, at the same moments. */
      bareMedianMilliseconds: number
      bareP99Milliseconds: number
      processorMilliseconds: number
    }
  }
  replay: ReplayResult
  scale: ScaleResult
}

const BEGIN = '<!-- bench:begin -->'
const END = '<!-- bench:end -->'

/** Replaces what stands between the markers of the document; nothing there is written by hand. */
export function writeTables(document: string, results: RaterModelResults): void {
  const text = fs.readFileSync(document, 'utf8')
  const [before, rest] = text.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined) throw new Error(`${document} has no markers`)
  fs.writeFileSync(document, `${before}${BEGIN}\n\n${tables(results)}\n\n${END}${after}`)
}

function tables(results: RaterModelResults): string {
  const { promised, others, real, honest, influence, spotChecks, replay, scale } = results
  const { oneRater, oneHouseholdOfSix, sixStrangers, sixStrangersMean } = influence
  const parts = [
    `Measured ${results.measuredAt.slice(0, 10)}, kept in \`bench/results-rater-model.json\`. Seeds ` +
      `${results.seeds}, averages over them; largest gain and most moved: the largest of all. ` +
      `Node ${results.machine.node}, ${results.machine.processors} processors.`,
    '### What is promised',
    scenarioTable(promised),
    '### Villages made otherwise, attacks of other kinds',
    scenarioTable(others),
    '### Ratings with known truth',
    `Mean beside what is taken (m: mean, l: levels, M: model, over draws of the ratings), and the gain with its ` +
      `95 % interval by bootstrap over subjects. Source: ` +
      `[the ratings](../../packages/scoring/fixtures/ratings/README.md).`,
    realTable(real),
    '### Who is told apart',
    tellingTable([...promised, ...others]),
    '### Nobody colludes',
    table(
      ['village', 'villages', 'people called'],
      honest.map(({ name, villages, called }) => [name, villages, called]),
    ),
    '### Strangers without a history, and one subject',
    table(
      ['most moved, stars', 'by'],
      [
        [oneRater, 'one rater, model'],
        [oneHouseholdOfSix, 'a household of six, model'],
        [sixStrangers, 'six strangers, model'],
        [sixStrangersMean, 'six strangers, mean'],
      ],
    ),
    '### Distance from held-out spot checks, stars',
    table(
      ['village', 'mean', 'median', 'shrunken mean', 'model'],
      Object.entries(spotChecks).map(([name, error]) => [name, ...perEstimator(error)]),
    ),
    '### Time and memory',
    updateLine(results),
    fitLine(results),
    cityLine(scale),
    '### A rule sheet tried out',
    replayLine(replay),
  ]
  return parts.join('\n\n')
}

function updateLine({ update, served: { score } }: RaterModelResults): string {
  return (
    `Medians and 99th percentiles are medians of five rounds. ` +
    `A new rating, the rater's severity and all its subjects' scores fitted again: median ` +
    `${update.medianMilliseconds} ms, 99th percentile ${update.p99Milliseconds} ms, ` +
    `${update.processorMilliseconds} ms of processor time on average, looking at ${update.ratingsLookedAt} ` +
    `ratings. In the server, the subject's score after a new rating, ` +
    `its ${score.ratingsOfSubject} ratings and all that is known of its raters read from PostgreSQL: ` +
    `median ${score.medianMilliseconds} ms, 99th percentile ${score.p99Milliseconds} ms, of the server's ` +
    `processor time ${score.processorMilliseconds} ms on average; at the same moments reading the ratings ` +
    `and no more takes ${score.bareMedianMilliseconds} and ${score.bareP99Milliseconds} ms.`
  )
}

function fitLine({ served: { fit } }: RaterModelResults): string {
  return (
    `The nightly fit of a village with ${fit.ratings.toLocaleString('en')} ratings takes ` +
    `${fit.milliseconds} ms from reading to writing; meanwhile a request waits for its turn at most ` +
    `${fit.delayMostMilliseconds} ms (99th percentile ${fit.delayP99Milliseconds} ms).`
  )
}

function cityLine(scale: ScaleResult): string {
  return (
    `Full refit of ${scale.users.toLocaleString('en')} users and ` +
    `${scale.ratings.toLocaleString('en')} ratings on one core: ${scale.refitSeconds} s ` +
    `(${scale.refitProcessorSeconds} s of processor time), at most ${scale.peakMegabytes} MB resident, of ` +
    `which ${scale.inputMegabytes} MB the ratings. Beside it a request waits for its turn at most ` +
    `${scale.delayMilliseconds.most} ms (99th percentile ${scale.delayMilliseconds.p99} ms; with no fit ` +
    `${scale.delayMillisecondsIdle.most} and ${scale.delayMillisecondsIdle.p99} ms). ` +
    `τ ${scale.tau}, of the mean ${scale.tauOfMean}.`
  )
}

function replayLine(replay: ReplayResult): string {
  const { contributions, households, items, replaySeconds, comparisonSeconds, bareSeconds } = replay
  return (
    `${contributions.toLocaleString('en')} contributions of ${households.toLocaleString('en')} ` +
    `households replay under a sheet of ${items} items in ${replaySeconds} s on one core; a bare ` +
    `loop of the calibration alone takes ${bareSeconds} s. Two sheets and their comparison: ` +
    `${comparisonSeconds} s.`
  )
}

const perEstimator = (of: Record<LabEstimator, number>) => [
  of.mean,
  of.median,
  of.shrunkenMean,
  of.model,
]

function scenarioTable(results: readonly ScenarioResult[]): string {
  return table(
    [
      'village',
      'τ mean',
      'median',
      'shrunken',
      'model',
      'advantage',
      'largest gain mean',
      'median',
      'shrunken',
      'model',
      'average gain mean',
      'model',
    ],
    results.map((result) => [
      result.name,
      ...perEstimator(result.tau),
      result.advantage,
      ...perEstimator(result.largestGain).map((gain) => (Number.isFinite(gain) ? gain : null)),
      ...[result.averageGain.mean, result.averageGain.model].map((gain) =>
        Number.isFinite(gain) ? gain : null,
      ),
    ]),
  )
}

function realTable(results: readonly RealResult[]): string {
  const within = ({ value, low, high }: Interval) => `${value} (${low} … ${high})`
  const kindsOf = ({ kinds: { mean, levels, model } }: RealResult) =>
    [`${mean} m`, `${levels} l`, `${model} M`].filter((kind) => !kind.startsWith('0')).join(', ')
  return table(
    [
      'ratings',
      'of a subject',
      'taken',
      'τ mean',
      'taken',
      'gain',
      'r mean',
      'taken',
      'gain',
      'error mean',
      'taken',
      'gain',
      'truth in interval',
    ],
    results.map((result) => {
      const { mean, chosen, gain } = result
      return [
        result.name,
        result.ratingsPerSubject,
        kindsOf(result),
        mean.tau,
        chosen.tau,
        within(gain.tau),
        mean.correlation,
        chosen.correlation,
        within(gain.correlation),
        mean.error,
        chosen.error,
        within(gain.error),
        result.coverage,
      ]
    }),
  )
}

function tellingTable(results: readonly ScenarioResult[]): string {
  return table(
    [
      'village',
      'rings: precision',
      'recall',
      'honest people called',
      'truth in interval',
      'severity r',
      'trust over colluding',
      'trust over careless',
    ],
    results.map((result) => [
      result.name,
      result.ringPrecision,
      result.ringRecall,
      result.wronglyCalled,
      result.coverage,
      result.severityCorrelation,
      result.trustOverColluding,
      result.trustOverCareless,
    ]),
  )
}

type Cell = string | number | null | undefined

function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]) =>
    `| ${cells.map((cell) => String(cell ?? '–')).join(' | ')} |`
  const rule = head.map((_, at) => (at === 0 ? '---' : '---:'))
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}
