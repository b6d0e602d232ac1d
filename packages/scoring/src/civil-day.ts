import type { CivilDay, UsageSpan } from './rule-sheet.ts'

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

interface DayParts {
  year: number
  month: number
  day: number
}

/** Whether the text is a real day of the Gregorian calendar in the form `YYYY-MM-DD`. */
export function isCivilDay(text: string): boolean {
  return partsOf(text) !== null
}

/** Whether the text is `MM-DD` and falls in every year (29 February does not). */
export function isDayOfYear(text: string): boolean {
  return partsOf(`2001-${text}`) !== null
}

/**
 * First and last day of the span that holds the day; both null for `lifetime`.
 *
 * @throws RangeError if the day is not a civil day.
 */
export function spanAround(
  day: CivilDay,
  span: UsageSpan,
): { firstDay: CivilDay | null; lastDay: CivilDay | null } {
  const parts = partsOf(day)
  if (parts === null) throw new RangeError(`not a civil day: ${day}`)
  const { year, month } = parts
  switch (span) {
    case 'day':
      return { firstDay: day, lastDay: day }
    case 'month':
      return monthsFromTo(year, month, month)
    case 'quarter': {
      const first = month - ((month - 1) % 3)
      return monthsFromTo(year, first, first + 2)
    }
    case 'year':
      return monthsFromTo(year, 1, 12)
    case 'lifetime':
      return { firstDay: null, lastDay: null }
  }
}

/**
 * The same day of the month, so many months later, or that month's last day if it is shorter.
 *
 * @throws RangeError if the day is not a civil day.
 */
export function addMonths(day: CivilDay, months: number): CivilDay {
  const parts = partsOf(day)
  if (parts === null) throw new RangeError(`not a civil day: ${day}`)
  const index = parts.year * 12 + parts.month - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return formatDay(year, month, Math.min(parts.day, monthLength(year, month)))
}

/**
 * The day before.
 *
 * @throws RangeError if the day is not a civil day.
 */
export function dayBefore(day: CivilDay): CivilDay {
  const parts = partsOf(day)
  if (parts === null) throw new RangeError(`not a civil day: ${day}`)
  const { year, month } = parts
  if (parts.day > 1) return formatDay(year, month, parts.day - 1)
  return month > 1
    ? formatDay(year, month - 1, monthLength(year, month - 1))
    : formatDay(year - 1, 12, 31)
}

/**
 * So many days later (0 or more).
 *
 * @throws RangeError if the day is not a civil day.
 */
export function addDays(day: CivilDay, days: number): CivilDay {
  const parts = partsOf(day)
  if (parts === null) throw new RangeError(`not a civil day: ${day}`)
  let { year, month } = parts
  let rest = parts.day + days
  for (; rest > monthLength(year, month); month = month === 12 ? 1 : month + 1) {
    rest -= monthLength(year, month)
    if (month === 12) year += 1
  }
  return formatDay(year, month, rest)
}

function partsOf(text: string): DayParts | null {
  const match = dayPattern.exec(text)
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return null
  return { year, month, day }
}

function monthsFromTo(
  year: number,
  first: number,
  last: number,
): { firstDay: CivilDay; lastDay: CivilDay } {
  return {
    firstDay: formatDay(year, first, 1),
    lastDay: formatDay(year, last, monthLength(year, last)),
  }
}

function monthLength(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 0)
}

function formatDay(year: number, month: number, day: number): CivilDay {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}
