import { lintSheet, type LintReason, type RuleSheet } from '@azalea/scoring'
import type { LintAnswer } from '../ground/tables.ts'
import { refuse } from '../ground/refusals.ts'

/** An item whose words the check does not simply accept. */
export interface LintFinding {
  readonly ref: string
  readonly verdict: 'warn' | 'refuse'
  readonly reasons: LintReason[]
}

/** What the law and plain words have against a sheet's items, in the order of the sheet. */
export function findingsOf(sheet: RuleSheet): LintFinding[] {
  return lintSheet(sheet).flatMap(({ ref, verdict, reasons }) =>
    verdict === 'accept' ? [] : [{ ref, verdict, reasons }],
  )
}

/**
 * The answers that a sheet needs to be adopted: one for every item that is warned of.
 * @throws Refusal 'item_refused' when the law forbids an item, 'warning_unanswered'
 */
export function requireLintAnswers(
  sheet: RuleSheet,
  answers: readonly LintAnswer[],
): readonly LintAnswer[] {
  return findingsOf(sheet).map(({ ref, verdict, reasons }) => {
    const about = {
      ref,
      whyZh: reasons.map(({ messageZh }) => messageZh).join('；'),
      whyEn: reasons.map(({ messageEn }) => messageEn).join('; '),
    }
    if (verdict === 'refuse') throw refuse('item_refused', about)
    const answer = answers.find((one) => one.ref === ref && one.reason.trim() !== '')
    if (answer === undefined) throw refuse('warning_unanswered', about)
    return { ref, reason: answer.reason.trim() }
  })
}
