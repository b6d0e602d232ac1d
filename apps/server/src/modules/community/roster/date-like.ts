import { compactText } from './cell-text.ts'
import type { Cell } from './read-spreadsheet.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = `(${MONTHS.join('|')})[a-z]*`

/**
 * A house number of which a spreadsheet has made a date, as it shows the date, and what may have been
 * typed: 3-1 becomes 3月1日 or 1-Mar, and 2026/3/1 underneath. Null for what is no date.
 */
export function readDateLike(
  cell: Cell,
): { readonly value: string; readonly guess: string } | null {
  if (cell instanceof Date)
    return dated(cell.getUTCMonth() + 1, cell.getUTCDate(), cell.toISOString().slice(0, 10))
  if (typeof cell !== 'string') return null
  const shown = compactText(cell)
  const text = shown.toLowerCase()
  if (text.length > 30) return null
  const chinese = /^(?:\d{2,4}年)?(\d{1,2})月(?:(\d{1,2})[日号]?)?$/.exec(text)
  if (chinese) return dated(chinese[1], chinese[2] ?? 1, shown)
  const whole = /^(?:19|20)\d{2}[-/.](\d{1,2})[-/.](\d{1,2})(?:[t\s]?0{1,2}:00(?::00)?)?$/.exec(
    text,
  )
  if (whole) return dated(whole[1], whole[2], shown)
  const dayFirst = new RegExp(`^(\\d{1,2})[-/]${MONTH}(?:[-/]\\d{2,4})?$`).exec(text)
  if (dayFirst) return dated(monthOf(dayFirst[2]), dayFirst[1], shown)
  const monthFirst = new RegExp(`^${MONTH}[-/](\\d{1,4})$`).exec(text)
  return monthFirst ? dated(monthOf(monthFirst[1]), Number(monthFirst[2]) % 100, shown) : null
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf(name ?? '') + 1
}

function dated(month: unknown, day: unknown, value: string) {
  return { value, guess: `${Number(month)}-${Number(day)}` }
}
