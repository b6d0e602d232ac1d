export type PeriodKind = 'month' | 'quarter'

/** A value under the sheet in force, and under the draft. */
export interface Both<T> {
  current: T
  draft: T
}

export type Effect =
  | 'worth'
  | 'judgement'
  | 'highest'
  | 'cap'
  | 'rounding'
  | 'missing_item'
  | 'other_measure'
  | 'unfit'
  | 'other'

export interface Change {
  /** Null for what is published without its name. */
  itemName: string | null
  effect: Effect
  byHundredths: number
}

export interface Move {
  no: number
  headMasked: string
  groupName: string
  rank: Both<number>
  pointsHundredths: Both<number>
  changes: readonly Change[]
}

export interface Totals {
  awards: number
  pointsHundredths: number
  /** Thousandths; null while nobody has any points. */
  giniPermille: number | null
  topTenthPermille: number | null
}

export interface ItemLine {
  itemRef: string
  itemName: string
  awards: Both<number>
  pointsHundredths: Both<number>
}

/** `GET /api/rule-sheets/{id}/sandbox`. */
export interface Comparison {
  period: { kind: PeriodKind; firstDay: string; lastDay: string }
  sheets: Both<{ ruleSheetId: string; version: number; title: string }>
  deeds: number
  totals: Both<Totals>
  items: readonly ItemLine[]
  groups: readonly { groupNo: number; groupName: string; pointsHundredths: Both<number> }[]
  households: number
  movedHouseholds: number
  moves: readonly Move[]
  unjudged: readonly {
    itemRef: string
    itemName: string
    reason: 'missing_item' | 'other_measure' | 'unfit'
    deeds: number
  }[]
  newItems: readonly string[]
}

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
