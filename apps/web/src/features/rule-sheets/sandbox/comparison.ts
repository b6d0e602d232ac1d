import type { Answer } from '@azalea/client'

/** What a period came to under the sheet in force, and would have under the draft. */
export type Comparison = Answer<'/api/rule-sheets/{id}/sandbox'>

export type PeriodKind = Comparison['period']['kind']

/** A value under the sheet in force, and under the draft. */
export interface Both<T> {
  current: T
  draft: T
}

export type Totals = Comparison['totals']['current']
export type ItemLine = Comparison['items'][number]
export type Move = Comparison['moves'][number]
export type Change = Move['changes'][number]
export type Effect = Change['effect']

/** Whether the draft spreads points less, more or as evenly; null where either is unknown. */
export function evennessOf({
  current,
  draft,
}: Both<Totals>): 'evener' | 'less_even' | 'same' | null {
  if (current.giniPermille === null || draft.giniPermille === null) return null
  // A thousandth or two is within what rounding and one household do.
  const difference = draft.giniPermille - current.giniPermille
  if (Math.abs(difference) <= 2) return 'same'
  return difference < 0 ? 'evener' : 'less_even'
}
