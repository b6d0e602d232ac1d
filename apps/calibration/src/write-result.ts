import { RaterFlag, explainRing, gatherRingEvidence, scoreKinds } from '@azalea/scoring/raters'
import type { HeldOutFigures, FittedRaterModel } from '@azalea/scoring/raters'
import type { NamedRatings } from './read-ratings.ts'

/**
 * The result as JSON, in parts, since the whole of a city's is longer than a string may be. Subjects
 * and raters stand in the order of their ids; numbers have four decimals.
 */
export function* resultParts(
  { raterIds, subjectIds }: NamedRatings,
  calibration: FittedRaterModel,
): Generator<string> {
  const { population, choice } = calibration
  const summary = {
    model: 'azalea-rater-model/2',
    overall: rounded(population.overall),
    subjectDeviation: rounded(Math.sqrt(population.subjectVariance)),
    severityDeviation: rounded(Math.sqrt(population.severityVariance)),
    residualDeviation: rounded(Math.sqrt(population.residualVariance)),
    intervalPercent: 95,
    scores: choice.kind,
    leftOutRaters: choice.raters,
    leftOutAgreement: Object.fromEntries(
      scoreKinds.map((kind) => [kind, roundedFigures(choice.figures[kind])]),
    ),
  }
  yield `{"population":${JSON.stringify(summary)},\n"subjects":[`
  yield* listed(subjectIds, (id, j) => ({
    id,
    score: rounded(calibration.score[j]),
    low: rounded(calibration.low[j]),
    high: rounded(calibration.high[j]),
    ratings: calibration.subjectRatings[j],
  }))
  yield '],\n"raters":['
  yield* listed(raterIds, (id, i) => ({
    id,
    severity: rounded(calibration.severity[i]),
    consistency: rounded(calibration.consistency[i]),
    trust: rounded(calibration.trust[i]),
    ratings: calibration.raterRatings[i],
    flags: flagNames(calibration.flags[i] as number),
  }))
  const { rings, ringOf, state } = calibration
  const evidence = gatherRingEvidence(state, rings, ringOf)
  yield '],\n"rings":['
  yield* listed(evidence, (seen, at) => ({
    ...seen,
    members: rings[at]?.members.map((i) => raterIds[i]),
    messageZh: explainRing(seen, 'zh'),
    messageEn: explainRing(seen, 'en'),
  }))
  yield ']}\n'
}

/** Thousands of entries to a part: a write for each would take minutes. */
function* listed<T>(
  list: readonly T[],
  entry: (value: T, at: number) => unknown,
): Generator<string> {
  let part = ''
  for (const [at, value] of list.entries()) {
    part += `${at === 0 ? '' : ','}\n${JSON.stringify(entry(value, at))}`
    if (part.length > 1 << 18) {
      yield part
      part = ''
    }
  }
  yield part
}

function roundedFigures({ order, correlation, distance }: HeldOutFigures) {
  return {
    order: rounded(order),
    correlation: rounded(correlation),
    distance: rounded(distance),
  }
}

/** To four decimals, and no −0. */
function rounded(value: number | undefined): number {
  return Math.round((value as number) * 1e4) / 1e4 + 0
}

function flagNames(flags: number): string[] {
  const names: [keyof typeof RaterFlag, string][] = [
    ['ring', 'ring'],
    ['copies', 'copies'],
    ['uninformative', 'uninformative'],
    ['ratesSelf', 'rates_self'],
  ]
  return names.filter(([key]) => (flags & RaterFlag[key]) !== 0).map(([, name]) => name)
}
