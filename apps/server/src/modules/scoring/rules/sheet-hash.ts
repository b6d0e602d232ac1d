import { ruleSheetBytes, type RuleSheet } from '@azalea/scoring'
import { createHash } from 'node:crypto'

/** SHA-256 of a sheet's canonical bytes (RFC 8785, UTF-8), hexadecimal: the sheet's name in the log. */
export function sheetHash(sheet: RuleSheet): string {
  return createHash('sha256').update(ruleSheetBytes(sheet), 'utf8').digest('hex')
}
