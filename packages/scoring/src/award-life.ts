import { addMonths, type CivilDay, addCivilDays } from '@azalea/text'
import { scaleHalfAway } from './integer-arithmetic.ts'
import type { RuleItem } from './rule-sheet.ts'

/** When an award began to count, and when its fault was mended, if it was. */
export interface AwardDates {
  /** The first day on which it counts. */
  countsFrom: CivilDay
  mendedOn?: CivilDay
}

/**
 * The last day on which an award counts, or null while no end is known: one year from 18 April ends
 * on 17 April. A mended deduction last counts on the day before it was mended.
 *
 * @throws RangeError if a day is not a civil day.
 */
export function lastDayInForce(item: RuleItem, dates: AwardDates): CivilDay | null {
  const { expiry } = item
  switch (expiry.kind) {
    case 'never':
      return null
    case 'after_months':
      return addCivilDays(addMonths(dates.countsFrom, expiry.months), -1)
    case 'until_mended': {
      const mended = dates.mendedOn === undefined ? null : addCivilDays(dates.mendedOn, -1)
      if (expiry.atMostMonths === undefined) return mended
      const latest = addCivilDays(addMonths(dates.countsFrom, expiry.atMostMonths), -1)
      return mended === null || latest < mended ? latest : mended
    }
  }
}

/** Whether the award counts on that day; afterwards it is archived and no longer public. */
export function isInForce(item: RuleItem, dates: AwardDates, onDay: CivilDay): boolean {
  const last = lastDayInForce(item, dates)
  return onDay >= dates.countsFrom && (last === null || onDay <= last)
}

/** What was done to make good: the fault mended, or minutes volunteered for it. */
export interface RepairDone {
  isMended: boolean
  volunteeredMinutes: number
}

/** What a repair gives back; `restoredHundredths` is never negative. */
export interface RepairEffect {
  restoredHundredths: number
  /** What of the deduction stays; signed like the deduction. */
  remainingHundredths: number
}

/**
 * What of a deduction returns after repair. Each way of the item's `repair` counts once, when it is
 * done in full, and together they never return more than was taken. Halves are rounded away from
 * zero, in favour of the person.
 *
 * @throws RangeError if the points are not those of a deduction.
 */
export function repairEffect(
  item: RuleItem,
  pointsHundredths: number,
  done: RepairDone,
): RepairEffect {
  if (pointsHundredths > 0) throw new RangeError('only deductions are repaired')
  const permille = item.repair.reduce((sum, way) => {
    const isDone = way.by === 'mending' ? done.isMended : done.volunteeredMinutes >= way.minutes
    return isDone ? sum + way.restoresPermille : sum
  }, 0)
  const restoredHundredths = scaleHalfAway(-pointsHundredths, Math.min(1000, permille), 1000)
  return { restoredHundredths, remainingHundredths: pointsHundredths + restoredHundredths }
}
