import { ruleSheetBytes } from '@azalea/scoring'
import { createHash } from 'node:crypto'
import type { Db } from '../../../platform/database/database.ts'
import { selectAdoptedSheets } from './rule-sheet.store.ts'

export interface SheetFinding {
  readonly ruleSheetId: string
  readonly detail: string
}

/**
 * Adopted sheets whose stored rules are not those whose hash stands in the log; empty when all is
 * well. A finding is a fault: stop writing, never guess.
 */
export async function checkSheets(db: Db, villageId: string): Promise<SheetFinding[]> {
  const sheets = await selectAdoptedSheets(db, villageId)
  return sheets.flatMap(({ ruleSheetId, sheet, hash }) => {
    const actual = createHash('sha256').update(ruleSheetBytes(sheet), 'utf8').digest('hex')
    return actual === hash
      ? []
      : [{ ruleSheetId, detail: `its rules hash to ${actual}, not ${hash}` }]
  })
}
