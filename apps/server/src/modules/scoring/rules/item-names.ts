import { findItem, wordsIn } from '@azalea/scoring'
import type { Db } from '../../../platform/database/database.ts'
import type { Language } from '../../../platform/http/language.ts'
import type { Scoring } from './scoring.ts'

/** The name of an item in the sheet that judged it. */
export type ItemNames = (of: { ruleSheetId: string; itemRef: string }) => string

/** Makes the names of these items readable at once, in the reader's language. */
export async function readItemNames(
  db: Db,
  scoring: Scoring,
  villageId: string,
  items: readonly { readonly ruleSheetId: string; readonly itemRef: string }[],
  language: Language,
): Promise<ItemNames> {
  const names = new Map<string, string>()
  for (const { ruleSheetId, itemRef } of items) {
    const { sheet } = await scoring.sheets.byId(db, villageId, ruleSheetId)
    names.set(
      `${ruleSheetId} ${itemRef}`,
      wordsIn(findItem(sheet, itemRef)?.name, language) ?? itemRef,
    )
  }
  return ({ ruleSheetId, itemRef }) => names.get(`${ruleSheetId} ${itemRef}`) ?? itemRef
}
