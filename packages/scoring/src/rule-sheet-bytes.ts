import { canonicalJson, type CanonicalValue } from '@azalea/text'
import type { RuleSheet } from './rule-sheet.ts'

/** The bytes (as a string, to be encoded in UTF-8) whose hash names a rule sheet. */
export function ruleSheetBytes(sheet: RuleSheet): string {
  return canonicalJson(sheet as unknown as CanonicalValue)
}
