import type { RuleSheet } from './rule-sheet.ts'
import { checkSheetRules } from './rule-sheet-rules.ts'
import { ruleSheetShape } from './rule-sheet-shape.ts'
import type { SheetProblem } from './shape.ts'
import { tellPlace } from './sheet-words.ts'

export type ParsedRuleSheet =
  | { ok: true; sheet: RuleSheet }
  | { ok: false; problems: SheetProblem[] }

/**
 * Reads a rule sheet of the schema `azalea-rule-sheet/1` strictly: unknown fields, wrong types,
 * numbers out of range and rules that contradict each other are all refused, every problem with its
 * place, which its sentence names in both languages. Accepts parsed JSON, and nothing is coerced.
 */
export function parseRuleSheet(value: unknown): ParsedRuleSheet {
  const problems: SheetProblem[] = []
  const sheet = ruleSheetShape.read(value, '', problems)
  if (sheet === undefined) return refused(problems, value)
  const contradictions = checkSheetRules(sheet)
  return contradictions.length > 0 ? refused(contradictions, sheet) : { ok: true, sheet }
}

function refused(problems: readonly SheetProblem[], value: unknown): ParsedRuleSheet {
  return { ok: false, problems: problems.map((problem) => tellPlace(problem, value)) }
}
