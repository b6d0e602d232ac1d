import { CalibrationError } from './calibration.ts'
import type { SpecOf } from './calibration.ts'
import { creditedQuantity } from './base-stage.ts'
import { safeProduct, scaleHalfAway } from './integer-arithmetic.ts'
import type { PermilleByScore } from './rule-sheet.ts'
import type { StageEffect, StageRun } from './stage-run.ts'

/** Adds what night, hardship or an unpopular post is worth for the part of the quantity under it. */
export function runCircumstances(run: StageRun, spec: SpecOf<'circumstances'>): StageEffect {
  const given = run.input.circumstances ?? []
  const unknown = given.find(({ code }) => !spec.each.some((one) => one.code === code))
  if (unknown !== undefined || new Set(given.map(({ code }) => code)).size !== given.length) {
    throw new CalibrationError('unknown_circumstance', 'a circumstance is unknown or given twice')
  }
  const base = run.item.stages.find((stage) => stage.stage === 'base')
  const credited = creditedQuantity(run.input.quantity, base ?? { stage: 'base' })
  const counted = spec.each.flatMap(({ code, permille }) => {
    const quantity = given.find((one) => one.code === code)?.quantity ?? 0
    if (!Number.isSafeInteger(quantity) || quantity < 0 || quantity > run.input.quantity) {
      throw new CalibrationError('bad_quantity', `circumstance ${code}: ${quantity}`)
    }
    return quantity === 0 ? [] : [{ code, permille, quantity: Math.min(quantity, credited) }]
  })
  // One thousandth of one measure is the grain, so that all circumstances are rounded once.
  const whole = safeProduct(credited, 1000)
  const parts = counted.reduce(
    (sum, { permille, quantity }) => sum + safeProduct(quantity, permille - 1000),
    0,
  )
  const factor = Math.max(0, whole + parts)
  const isCounted = counted.length > 0 && whole > 0
  return {
    input: { credited, counted },
    afterHundredths: isCounted
      ? scaleHalfAway(run.beforeHundredths, factor, whole)
      : run.beforeHundredths,
    reason: {
      code: isCounted ? 'circumstances_counted' : 'circumstances_none',
      params: {
        namesZh: namesOf(spec, counted, 'zh').join('、'),
        namesEn: namesOf(spec, counted, 'en').join(', '),
      },
    },
  }
}

/** The post leader's score from 1 to 5; without one the points stay. */
export function runLeaderScore(run: StageRun, spec: SpecOf<'leader_score'>): StageEffect {
  const { leaderScore } = run.input
  if (leaderScore === undefined) {
    return {
      input: {},
      afterHundredths: run.beforeHundredths,
      reason: { code: 'leader_score_missing', params: {} },
      leader: null,
    }
  }
  const permille = permilleOf(spec.permilleByScore, leaderScore)
  return {
    input: { leaderScore, permille },
    afterHundredths: scaleHalfAway(run.beforeHundredths, permille, 1000),
    reason: { code: 'leader_scored', params: { score: leaderScore, permille } },
    leader: { beforeHundredths: run.beforeHundredths, permille },
  }
}

/** The town's spot check: weighs more than the leader's score, and replaces it in that measure. */
export function runSpotCheck(run: StageRun, spec: SpecOf<'spot_check'>): StageEffect {
  const { spotCheckScore } = run.input
  if (spotCheckScore === undefined) {
    return {
      input: {},
      afterHundredths: run.beforeHundredths,
      reason: { code: 'spot_check_not_drawn', params: {} },
    }
  }
  const spot = permilleOf(spec.permilleByScore, spotCheckScore)
  const leader = run.leader
  const permille =
    leader === null
      ? spot
      : scaleHalfAway(
          leader.permille * (1000 - spec.weightPermille) + spot * spec.weightPermille,
          1,
          1000,
        )
  const fromHundredths = leader?.beforeHundredths ?? run.beforeHundredths
  return {
    input: {
      spotCheckScore,
      fromHundredths,
      leaderPermille: leader?.permille ?? null,
      weightPermille: spec.weightPermille,
    },
    afterHundredths: scaleHalfAway(fromHundredths, permille, 1000),
    reason: {
      code: 'spot_checked',
      params: { score: spotCheckScore, permille, weightPermille: spec.weightPermille },
    },
  }
}

/** The mean of the ratings that people passing the post gave, between two scores pro rata. */
export function runPassersBy(run: StageRun, spec: SpecOf<'passers_by'>): StageEffect {
  const ratings = run.input.passersBy?.ratings ?? 0
  const mean = run.input.passersBy?.meanStarsHundredths ?? 0
  if (ratings < spec.atLeastRatings) {
    return {
      input: { ratings },
      afterHundredths: run.beforeHundredths,
      reason: {
        code: 'passers_by_too_few',
        params: { ratings, atLeastRatings: spec.atLeastRatings },
      },
    }
  }
  if (!Number.isSafeInteger(mean) || mean < 100 || mean > 500) {
    throw new CalibrationError('bad_score', `mean of ${mean} hundredths of a star`)
  }
  const part = mean % 100
  const lower = permilleOf(spec.permilleByScore, (mean - part) / 100)
  const upper = part === 0 ? lower : permilleOf(spec.permilleByScore, (mean - part) / 100 + 1)
  const permille = lower + scaleHalfAway(upper - lower, part, 100)
  return {
    input: { ratings, meanStarsHundredths: mean, permille },
    afterHundredths: scaleHalfAway(run.beforeHundredths, permille, 1000),
    reason: {
      code: 'passers_by_rated',
      params: { ratings, meanStarsHundredths: mean, permille },
    },
  }
}

/** Each report upheld by decision takes a stated share, never more than everything. */
export function runUpheldReports(run: StageRun, spec: SpecOf<'upheld_reports'>): StageEffect {
  const reports = run.input.upheldReports ?? 0
  const permille = Math.max(0, 1000 - safeProduct(reports, spec.lessPermilleEach))
  return {
    input: { upheldReports: reports },
    afterHundredths: scaleHalfAway(run.beforeHundredths, permille, 1000),
    reason: {
      code: reports === 0 ? 'reports_none' : 'reports_upheld',
      params: { reports, permille },
    },
  }
}

/** The same again while an earlier one is in force: times the factor once, however many there are. */
export function runRepeat(run: StageRun, spec: SpecOf<'repeat'>): StageEffect {
  const inForce = run.input.sameInForce ?? 0
  return {
    input: { sameInForce: inForce },
    afterHundredths:
      inForce === 0
        ? run.beforeHundredths
        : scaleHalfAway(run.beforeHundredths, spec.factorPermille, 1000),
    reason: {
      code: inForce === 0 ? 'not_repeated' : 'repeated',
      params: { inForce, factorPermille: spec.factorPermille },
    },
  }
}

function namesOf(
  spec: SpecOf<'circumstances'>,
  counted: readonly { code: string }[],
  lang: 'zh' | 'en',
): string[] {
  return spec.each
    .filter(({ code }) => counted.some((one) => one.code === code))
    .map(({ name }) => name[lang])
}

function permilleOf(table: PermilleByScore, score: number): number {
  const permille = Number.isInteger(score) ? table[score - 1] : undefined
  if (permille === undefined) throw new CalibrationError('bad_score', `score ${score}`)
  return permille
}
