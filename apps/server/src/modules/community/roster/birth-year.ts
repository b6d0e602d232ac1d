import { compactText, isCivilDay } from '@azalea/text'

/** Day 0 of the 1900 date system, with its 29 February 1900 that never was: right from March 1900 on. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30)
const DAY_MILLISECONDS = 86_400_000

/**
 * The year of a birth date as rosters write it: a date cell, its serial number, `2026.11.5`,
 * `1962-03`, `1962年3月5日`, `19620305`, `196203` or `1962`. Null when it is no date that exists.
 * Only the year is kept.
 */
export function readBirthYear(cell: string | number | Date): number | null {
  if (cell instanceof Date) return yearWithin(cell.getUTCFullYear())
  if (typeof cell === 'number') return fromNumber(cell)
  const text = compactText(cell)
  if (/^\d+$/.test(text)) return fromNumber(Number(text))
  const parts = /^(\d{4})[.\-/年](\d{1,2})(?:[.\-/月](\d{1,2})日?|月)?$/.exec(text)
  if (!parts) return /^\d{4}年$/.test(text) ? yearWithin(Number(text.slice(0, 4))) : null
  return fromParts(Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 1))
}

function fromNumber(value: number): number | null {
  if (!Number.isInteger(value) || value <= 0) return null
  if (value >= 10_000_000)
    return fromParts(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100)
  if (value >= 100_000) return fromParts(Math.floor(value / 100), value % 100, 1)
  // Before 1905 a serial number looks like a year; nobody on a roster is born then.
  if (value >= 1_900 && value <= 2_100) return value
  return yearWithin(new Date(SERIAL_EPOCH + value * DAY_MILLISECONDS).getUTCFullYear())
}

function fromParts(year: number, month: number, day: number): number | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isCivilDay(text) ? yearWithin(year) : null
}

function yearWithin(year: number): number | null {
  return year >= 1900 && year <= 2100 ? year : null
}
