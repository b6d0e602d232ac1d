import { addCivilDays, type CivilDay } from '@azalea/text'
import { calibrate } from './calibrate.ts'
import { CalibrationError } from './calibration.ts'
import type { PriorUsage } from './calibration.ts'
import { countedUsage } from './counted-usage.ts'
import { findItem } from './rule-sheet.ts'
import type { RuleItem, RuleSheet } from './rule-sheet.ts'
import { capWindows } from './usage-windows.ts'

/** More deeds of one kind than anybody does in a day; keeps a false log from costing hours. */
const MOST_A_DAY = 10_000

/** Awards of one person under one item, told by their number only. */
export interface AwardCounts {
  itemRef: string
  /** The Monday of the week in which the deeds fell. */
  week: CivilDay
  /** Deeds a day, each once (quantity 1), the largest first, without saying which day. */
  counts: readonly number[]
}

/**
 * Whether the points of such awards follow from how many there were on each day: nothing that they
 * use up is shared with another day, another person or another item, and nothing competes with them.
 */
export function isCountable(item: RuleItem): boolean {
  const ownDay = item.caps.every(
    ({ scope, of, window }) => scope === 'person' && of === 'item' && window === 'day',
  )
  const stages = item.stages.every(({ stage }) => ['base', 'cap', 'rounding'].includes(stage))
  return ownDay && stages && item.exclusiveGroup === undefined && item.base.kind === 'fixed'
}

/**
 * The points of counted awards in hundredths: each day is calibrated anew, deed by deed.
 *
 * @throws CalibrationError `unknown_item`, `bad_quantity` for an item that cannot be counted or for
 * counts that are no week's; and what `calibrate` throws.
 */
export function recountAwards(sheet: RuleSheet, { itemRef, week, counts }: AwardCounts): number {
  const item = findItem(sheet, itemRef)
  if (item === undefined) throw new CalibrationError('unknown_item', `no item ${itemRef}`)
  if (!isCountable(item)) throw new CalibrationError('bad_quantity', `${itemRef} is not countable`)
  const isFalling = counts.every((count, at) => count <= (counts[at - 1] ?? count))
  const fits = counts.every(
    (count) => Number.isSafeInteger(count) && count > 0 && count <= MOST_A_DAY,
  )
  if (counts.length < 1 || counts.length > 7 || !isFalling || !fits)
    throw new CalibrationError('bad_quantity', 'counts are of one to seven days, falling')
  // The last day of the week: a sheet that came into force within it judges deeds up to there.
  const occurredOn = addCivilDays(week, 6)
  return counts.reduce((sum, count) => sum + pointsOfDay(sheet, item, occurredOn, count), 0)
}

function pointsOfDay(sheet: RuleSheet, item: RuleItem, occurredOn: CivilDay, count: number) {
  let usedHundredths = 0
  let usedCount = 0
  for (let no = 0; no < count; no++) {
    const prior: PriorUsage[] = capWindows(item, occurredOn).map(({ scope, of, key, window }) => ({
      scope,
      of,
      key,
      window,
      usedHundredths,
      usedCount,
    }))
    const input = { itemRef: item.ref, quantity: 1, occurredOn, prior, competing: [] }
    const calibration = calibrate(sheet, input)
    usedHundredths += Math.abs(calibration.pointsHundredths)
    usedCount += countedUsage(item, 1, calibration).countedOccurrences
  }
  return item.kind === 'merit' ? usedHundredths : -usedHundredths
}
