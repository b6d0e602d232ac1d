import type { ReplayPeriod } from '@azalea/scoring/replay'
import { addCivilDays, monthsAround } from '@azalea/text'

export const periodKinds = ['month', 'quarter'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** The last calendar month or quarter that was over before this civil day. */
export function lastPeriod(kind: PeriodKind, today: string): ReplayPeriod {
  const months = kind === 'month' ? 1 : 3
  return monthsAround(addCivilDays(monthsAround(today, months).firstDay, -1), months)
}
