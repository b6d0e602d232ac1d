import { isCivilDay, monthsAround, type CivilDay } from '@azalea/text'
import type { UsageSpan } from './rule-sheet.ts'

/**
 * First and last day of the span that holds the day; both null for `lifetime`.
 *
 * @throws RangeError if the day is not a civil day.
 */
export function spanAround(
  day: CivilDay,
  span: UsageSpan,
): { firstDay: CivilDay | null; lastDay: CivilDay | null } {
  if (!isCivilDay(day)) throw new RangeError(`not a civil day: ${day}`)
  switch (span) {
    case 'day':
      return { firstDay: day, lastDay: day }
    case 'month':
      return monthsAround(day, 1)
    case 'quarter':
      return monthsAround(day, 3)
    case 'year':
      return monthsAround(day, 12)
    case 'lifetime':
      return { firstDay: null, lastDay: null }
  }
}
