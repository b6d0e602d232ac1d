import { CalibrationError } from './calibration.ts'
import type { SpecOf } from './calibration.ts'
import { safeProduct, scaleHalfAway } from './integer-arithmetic.ts'
import { QUANTITY_PER_UNIT } from './rule-sheet.ts'
import type { Band, BasePoints, RuleItem } from './rule-sheet.ts'
import { signOf, usageFor } from './stage-run.ts'
import type { StageEffect, StageRun } from './stage-run.ts'
import { bandUsageKey } from './usage-windows.ts'

/** The points that the deed's quantity is worth, before anybody's judgement and before caps. */
export function runBase(run: StageRun, spec: SpecOf<'base'>): StageEffect {
  const { base } = run.item
  const credited = creditedQuantity(run.input.quantity, spec)
  switch (base.kind) {
    case 'fixed': {
      const pointsHundredths = signOf(run.item) * base.pointsHundredths
      return {
        input: { quantity: run.input.quantity, credited },
        afterHundredths: safeProduct(credited, pointsHundredths),
        reason: { code: 'fixed_points', params: { occurrences: credited, pointsHundredths } },
      }
    }
    case 'per_unit':
      return runPerUnit(run, base, credited)
    case 'bands':
      return runBands(run, base, credited)
  }
}

/**
 * How many occurrences a contribution is for caps by count: its quantity where the item has fixed
 * points, else one.
 */
export function occurrencesOf(item: RuleItem, quantity: number): number {
  return item.base.kind === 'fixed' ? quantity : 1
}

/** The quantity that counts after the base stage's limit per deed. */
export function creditedQuantity(quantity: number, spec: SpecOf<'base'>): number {
  return Math.min(quantity, spec.creditAtMostQuantity ?? quantity)
}

function runPerUnit(
  run: StageRun,
  base: Extract<BasePoints, { kind: 'per_unit' }>,
  credited: number,
): StageEffect {
  const step = safeProduct(base.perUnits, QUANTITY_PER_UNIT[base.unit])
  const whole = base.partUnits === 'whole_only'
  const counted = whole ? credited - (credited % step) : credited
  const pointsHundredths = signOf(run.item) * base.pointsHundredths
  return {
    input: { quantity: run.input.quantity, credited, unit: base.unit, perUnits: base.perUnits },
    afterHundredths: scaleHalfAway(pointsHundredths, counted, step),
    reason: {
      code: whole ? 'points_per_whole_unit' : 'points_per_unit',
      params: {
        quantity: run.input.quantity,
        credited,
        unit: base.unit,
        perUnits: base.perUnits,
        pointsHundredths,
      },
    },
  }
}

function runBands(
  run: StageRun,
  base: Extract<BasePoints, { kind: 'bands' }>,
  credited: number,
): StageEffect {
  const earlier = earlierQuantity(run)
  const total = earlier + credited
  const from = bandAt(base.bands, earlier)
  const to = bandAt(base.bands, total)
  const fromHundredths = from?.totalHundredths ?? 0
  const toHundredths = to?.totalHundredths ?? 0
  const sign = signOf(run.item)
  return {
    input: { quantity: run.input.quantity, credited, earlier, unit: base.unit, over: base.over },
    afterHundredths: sign * (toHundredths - fromHundredths) + 0,
    reason: {
      code: toHundredths === fromHundredths ? 'band_unchanged' : 'band_reached',
      params: {
        unit: base.unit,
        over: base.over,
        total,
        band: to?.ref ?? '',
        bandFrom: to?.fromQuantity ?? 0,
        bandHundredths: sign * toHundredths + 0,
        earlierHundredths: sign * fromHundredths + 0,
      },
    },
  }
}

function earlierQuantity(run: StageRun): number {
  const key = bandUsageKey(run.item)
  if (key === null) return 0
  const { usedQuantity } = usageFor(run.input, key)
  if (usedQuantity === undefined) {
    throw new CalibrationError('prior_missing', `bands of ${run.item.ref} need the used quantity`)
  }
  return usedQuantity
}

function bandAt(bands: readonly Band[], quantity: number): Band | undefined {
  return bands.findLast((band) => quantity >= band.fromQuantity)
}
