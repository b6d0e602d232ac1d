import type { RuleItem } from '@azalea/scoring'
import { refuse } from '../ground/refusals.ts'

/** More than anybody does at once: a mistaken unit (kilograms for grams is caught, not millions). */
const MOST_OCCURRENCES = 100
const MOST_QUANTITY = 10_000_000

/** @throws Refusal 'quantity_too_large' */
export function requireCredibleQuantity(item: RuleItem, quantity: number): void {
  if (quantity > (item.base.kind === 'fixed' ? MOST_OCCURRENCES : MOST_QUANTITY))
    throw refuse('quantity_too_large')
}
