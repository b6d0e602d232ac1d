/** A day on the calendar of China (Asia/Shanghai), `YYYY-MM-DD` of the Gregorian calendar. */
export type CivilDay = string

/** An instant: a `Date`, an ISO string with offset, or epoch milliseconds. */
export type Instant = Date | string | number

/** China has kept one zone, UTC+8, and no summer time since 1991, so the offset is a constant. */
const OFFSET_MILLISECONDS = 8 * 3_600_000
const DAY_MILLISECONDS = 86_400_000

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

interface DayParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Whether the text is a real day of the Gregorian calendar in the form `YYYY-MM-DD`. */
export function isCivilDay(text: string): boolean {
  return partsOf(text) !== null
}

/** Whether the text is `MM-DD` and falls in every year (29 February does not). */
export function isDayOfYear(text: string): boolean {
  return partsOf(`2001-${text}`) !== null
}

/** The civil day on which an instant falls in Asia/Shanghai. */
export function civilDay(instant: Instant): CivilDay {
  return toLocalText(instant).slice(0, 10)
}

/** The civil day of the last moment before a deadline. */
export function lastDayBefore(deadline: Instant): CivilDay {
  return civilDay(new Date(deadline).getTime() - 1)
}

/** An instant as `YYYY-MM-DDTHH:mm` in Asia/Shanghai, the form of `datetime-local`. */
export function toLocalText(instant: Instant): string {
  return new Date(new Date(instant).getTime() + OFFSET_MILLISECONDS).toISOString().slice(0, 16)
}

/** The whole minutes since midnight in Asia/Shanghai, 0 to 1439. */
export function minuteOfDay(instant: Instant): number {
  const milliseconds = new Date(instant).getTime() + OFFSET_MILLISECONDS
  return Math.floor(milliseconds / 60_000) % 1440
}

/** `YYYY-MM-DDTHH:mm` in Asia/Shanghai as an ISO instant; null for an incomplete text. */
export function fromLocalText(text: string): string | null {
  const instant = new Date(`${text.slice(0, 16)}:00+08:00`)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}

/** The instant at which a civil day begins in Asia/Shanghai. */
export function startOfCivilDay(day: CivilDay): Date {
  return new Date(midnightUtc(day) - OFFSET_MILLISECONDS)
}

/** The instant of a wall-clock time on a civil day, e.g. ('2026-03-01', '14:30'). */
export function atCivilTime(day: CivilDay, time: string): Date {
  return new Date(Date.parse(`${day}T${time}:00Z`) - OFFSET_MILLISECONDS)
}

/** The same time of day, some days later. */
export function instantAfterDays(from: Date, days: number): Date {
  return new Date(from.getTime() + days * DAY_MILLISECONDS)
}

/**
 * A civil day moved by whole days; by a negative number backwards.
 *
 * @throws RangeError if the day is not a civil day.
 */
export function addCivilDays(day: CivilDay, days: number): CivilDay {
  const moved = new Date(midnightUtc(day) + days * DAY_MILLISECONDS)
  return dayText(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate())
}

/**
 * The same day of the month, so many months later, or that month's last day if it is shorter.
 *
 * @throws RangeError if the day is not a civil day.
 */
export function addMonths(day: CivilDay, months: number): CivilDay {
  const parts = requireParts(day)
  const index = parts.year * 12 + parts.month - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return dayText(year, month, Math.min(parts.day, monthLength(year, month)))
}

/**
 * How many days after the first the second is; negative if it is before.
 *
 * @throws RangeError if one is not a civil day.
 */
export function daysBetween(first: CivilDay, second: CivilDay): number {
  return (midnightUtc(second) - midnightUtc(first)) / DAY_MILLISECONDS
}

/**
 * 0 for Sunday to 6 for Saturday.
 *
 * @throws RangeError if the day is not a civil day.
 */
export function weekdayOf(day: CivilDay): number {
  return new Date(midnightUtc(day)).getUTCDay()
}

/**
 * The Monday on or before a civil day.
 *
 * @throws RangeError if the day is not a civil day.
 */
export function mondayOf(day: CivilDay): CivilDay {
  return addCivilDays(day, -((weekdayOf(day) + 6) % 7))
}

/**
 * First and last day of the month, quarter or year that holds the day.
 *
 * @throws RangeError if the day is not a civil day.
 */
export function monthsAround(
  day: CivilDay,
  months: 1 | 3 | 12,
): { firstDay: CivilDay; lastDay: CivilDay } {
  const { year, month } = requireParts(day)
  const first = month - ((month - 1) % months)
  const last = first + months - 1
  return {
    firstDay: dayText(year, first, 1),
    lastDay: dayText(year, last, monthLength(year, last)),
  }
}

function midnightUtc(day: CivilDay): number {
  requireParts(day)
  return Date.parse(`${day}T00:00:00Z`)
}

function requireParts(day: CivilDay): DayParts {
  const parts = partsOf(day)
  if (parts === null) throw new RangeError(`not a civil day: ${day}`)
  return parts
}

function partsOf(text: string): DayParts | null {
  const match = dayPattern.exec(text)
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return null
  return { year, month, day }
}

function monthLength(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 0)
}

function dayText(year: number, month: number, day: number): CivilDay {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}
