import { parseRuleSheet, ruleSheetBytes } from '@azalea/scoring'
import type { LeafOfKind } from '@azalea/records'
import { parseDocument } from '../../documents.ts'
import type { StateParts } from '../parts.ts'
import { judge, onlyItsShape } from './judge.ts'
import { Sheets } from '../sheets.ts'
import { whyNotCarried } from '../why-not-carried.ts'

/** Rule sheets: what was adopted is published, by a vote that holds, and in force from the day that was told. */
export const ruleSheetJudge = judge({
  keeps: { sheets: () => new Sheets() },
  looksAt: { 'rule-sheet.adopted': adopt, 'rule-sheet.drafted': onlyItsShape },
})

async function adopt(
  state: StateParts,
  index: number,
  { at: adoptedOn, public: told }: LeafOfKind<'rule-sheet.adopted'>,
): Promise<void> {
  const { sheet: hash, effectiveFrom, resolution } = told
  const why = whyNotCarried(resolution, adoptedOn)
  if (why !== null) state.findings.add('sheet_wrong', index, why)
  const text = await state.readDocument(hash, index)
  const parsed = text === null ? null : parseRuleSheet(parseDocument(text))
  if (!parsed?.ok || ruleSheetBytes(parsed.sheet) !== text) {
    if (text !== null) state.findings.add('document_wrong', index, `${hash} is no rule sheet`)
    return
  }
  if (parsed.sheet.effectiveFrom !== effectiveFrom)
    state.findings.add('sheet_wrong', index, `the sheet is in force from another day`)
  state.usage.track(parsed.sheet, state.sheets.all.length === 0)
  state.sheets.adopt({ hash, effectiveFrom, adoptedOn, sheet: parsed.sheet })
}
