import type { ReplayPeriod } from '@azalea/scoring/replay'
import { addCivilDays } from '../../../platform/calendar.ts'

export const periodKinds = ['month', 'quarter'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** The last calendar month or quarter that was over before this civil day. */
export function lastPeriod(kind: PeriodKind, today: string): ReplayPeriod {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  const months = kind === 'month' ? 1 : 3
  const firstOfNow = month - ((month - 1) % months)
  const index = year * 12 + firstOfNow - 1
  return { firstDay: firstDayOf(index - months), lastDay: addCivilDays(firstDayOf(index), -1) }
}

function firstDayOf(monthIndex: number): string {
  const month = String((monthIndex % 12) + 1).padStart(2, '0')
  return `${String(Math.floor(monthIndex / 12)).padStart(4, '0')}-${month}-01`
}
