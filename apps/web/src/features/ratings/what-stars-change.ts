import type { RuleSheet } from '@azalea/scoring'

/** Whether stars for this kind of place change anybody's points under a rule sheet. */
export function doStarsChangePoints(sheet: RuleSheet, subjectKind: string): boolean {
  // Stars of a post are what passers-by say of whoever stands there; of anything else they are shown.
  if (subjectKind !== 'post') return false
  return sheet.items.some(({ stages }) => stages.some(({ stage }) => stage === 'passers_by'))
}
