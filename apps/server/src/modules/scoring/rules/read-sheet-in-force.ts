import { findItem, type RuleItem } from '@azalea/scoring'
import type { Db } from '../../../platform/database/database.ts'
import { refuse } from '../ground/refusals.ts'
import type { Scoring } from './scoring.ts'
import type { AdoptedSheet } from './adopted-sheets.ts'

/** The rule sheet by which a deed of this civil day is judged; null while the village has none. */
export async function readSheetInForce(
  db: Db,
  scoring: Scoring,
  villageId: string,
  day: string,
): Promise<AdoptedSheet | null> {
  return scoring.sheets.inForceOn(db, villageId, day)
}

/**
 * An item of the sheet in force on a civil day, with its sheet.
 * @throws Refusal 'no_rule_sheet' when none is in force, 'unknown_item' when it has no such item
 */
export async function readRuleItem(
  db: Db,
  scoring: Scoring,
  villageId: string,
  itemRef: string,
  day: string,
): Promise<{ readonly item: RuleItem; readonly sheet: AdoptedSheet }> {
  const sheet = await scoring.sheets.inForceOn(db, villageId, day)
  if (sheet === null) throw refuse('no_rule_sheet', { day })
  const item = findItem(sheet.sheet, itemRef)
  if (item === undefined) throw refuse('unknown_item', { itemRef })
  return { item, sheet }
}
