import { civilDay } from '@azalea/client'
import type { ChartPoint } from '../../ui/chart-point.ts'
import type { Entry } from './data-bank.ts'

const mostMonths = 12

/**
 * Honour at the end of each month, oldest first, from the balance of today and the postings
 * backwards. `isComplete` says that the entries go back to the first; otherwise the earliest month
 * is left out, since it is known in part only. Labels are `YYYY-MM`, values hundredths.
 */
export function honourByMonth(
  balanceHundredths: number,
  entries: readonly Pick<Entry, 'unit' | 'postedAt' | 'amountHundredths'>[],
  today: string,
  isComplete: boolean,
): ChartPoint[] {
  const postings = entries
    .filter(({ unit }) => unit === 'honour')
    .map(({ postedAt, amountHundredths }) => ({
      month: civilDay(postedAt).slice(0, 7),
      amountHundredths,
    }))
  const earliest = postings.map(({ month }) => month).toSorted()[0]
  if (earliest === undefined) return []
  const points: ChartPoint[] = []
  let value = balanceHundredths
  let month = today.slice(0, 7)
  while (month >= earliest && points.length < mostMonths) {
    if (month === earliest && !isComplete) break
    points.push({ label: month, value })
    for (const posting of postings) {
      if (posting.month === month) value -= posting.amountHundredths
    }
    month = monthBefore(month)
  }
  return points.toReversed()
}

function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}
