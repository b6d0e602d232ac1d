import { findItem, QUANTITY_PER_UNIT, type QuantityUnit, type RuleItem } from '@azalea/scoring'
import type { RuleSheet } from '@azalea/scoring'
import { useAnswer } from '../../app/use-answer.ts'

/** The rule sheet in force. */
export function useRuleSheet() {
  return useAnswer(
    '/api/rule-sheet',
    {},
    {
      staleTime: 10 * 60_000,
    },
  )
}

/** What people count the item in; a deed of a fixed worth is counted in occurrences. */
export function unitOf(item: RuleItem): QuantityUnit {
  return item.base.kind === 'fixed' ? 'time' : item.base.unit
}

/** 1.5 hours -> 90, the whole number of the unit's small measure that the server takes. */
export function toQuantity(item: RuleItem, amount: number): number {
  return Math.round(amount * QUANTITY_PER_UNIT[unitOf(item)])
}

/** The item that a deed was recorded under, also when that is a band of one. */
export function itemOf(sheet: RuleSheet | undefined, ref: string): RuleItem | undefined {
  return sheet === undefined ? undefined : findItem(sheet, ref)
}
