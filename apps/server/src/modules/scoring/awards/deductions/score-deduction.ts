import type { Tx } from '../../../record/index.ts'
import { scoreContribution, type ScoredAward } from '../score-contribution.ts'
import { refuse } from '../../ground/refusals.ts'
import { type Scoring, readRuleItem, requireCredibleQuantity } from '../../rules/index.ts'

export interface NewDeduction {
  /** The report that was upheld. */
  readonly reportId: string
  readonly personId: string
  readonly householdId: string
  readonly itemRef: string
  /** Occurrences where the item has fixed points, else the small measure of its unit. */
  readonly quantity: number
  readonly occurredOn: string
  /** Who decided that it is so, and why. */
  readonly finderId: string
  readonly reasons: string
}

/**
 * The rule that a breach is judged by.
 * @throws Refusal 'no_rule_sheet', 'unknown_item', 'not_a_deduction', 'quantity_too_large'
 */
export async function requireDeductionItem(
  tx: Pick<Tx, 'db' | 'villageId'>,
  scoring: Scoring,
  { itemRef, occurredOn, quantity }: Pick<NewDeduction, 'itemRef' | 'occurredOn' | 'quantity'>,
): Promise<void> {
  const { item } = await readRuleItem(tx.db, scoring, tx.villageId, itemRef, occurredOn)
  if (item.kind !== 'deduction') throw refuse('not_a_deduction')
  requireCredibleQuantity(item, quantity)
}

/**
 * The deduction that follows from a decision on a report: an award below zero that waits for its
 * notice, where it stands in the nameless line, and can be objected to like any other.
 */
export async function scoreDeduction(
  tx: Tx,
  scoring: Scoring,
  deduction: NewDeduction,
): Promise<ScoredAward> {
  const { reportId, finderId, reasons, ...facts } = deduction
  return scoreContribution(tx, scoring, {
    ...facts,
    sourceKind: 'report',
    sourceId: reportId,
    recordedBy: finderId,
    words: reasons,
  })
}
