import {
  calibrate,
  capWindows,
  countedIn,
  isEarnableByShift,
  itemInBoth,
  quantityOfMinutes,
  type RuleItem,
} from '@azalea/scoring'
import type { Db } from '../../../platform/database/database.ts'
import { readRuleItem, type AdoptedSheet, type Scoring } from '../../scoring/index.ts'
import { refuse } from '../ground/refusals.ts'

/**
 * An item that attending an activity can earn.
 * @throws Refusal 'item_not_for_activities'; scoring's 'no_rule_sheet', 'unknown_item'
 */
export async function requireEarnableItem(
  db: Db,
  scoring: Scoring,
  villageId: string,
  itemRef: string,
  day: string,
): Promise<RuleItem> {
  const { item } = await readRuleItem(db, scoring, villageId, itemRef, day)
  if (!isEarnableByShift(item)) throw refuse('item_not_for_activities', itemInBoth(item))
  return item
}

export interface PointsPreview {
  readonly pointsHundredths: number
  /** The planned minutes that would earn them; null when every attendance counts the same. */
  readonly minutes: number | null
}

/** What one shift of so many minutes earns before anyone's judgement, with nothing earned before. */
export function previewPoints(
  { sheet }: AdoptedSheet,
  item: RuleItem,
  minutes: number,
  day: string,
): PointsPreview {
  const prior = capWindows(item, day).map(({ scope, of, key, window }) => {
    return { scope, of, key, window, usedHundredths: 0, usedCount: 0, usedQuantity: 0 }
  })
  const quantity = quantityOfMinutes(item, minutes)
  const input = { itemRef: item.ref, quantity, occurredOn: day, prior, competing: [] }
  const { pointsHundredths } = calibrate(sheet, input)
  return { pointsHundredths, minutes: countedIn(item) === 'minutes' ? minutes : null }
}
