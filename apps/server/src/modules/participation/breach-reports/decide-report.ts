import { addCivilDays, civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import { readJudges } from '../../cases/index.ts'
import { readSubjects, sendMessages } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { requireDeductionItem } from '../../scoring/index.ts'
import type { Commands } from '../ground/commands.ts'
import type { BreachOutcome } from '../ground/tables.ts'
import { APPEAL_DAYS, involvedIn, sideOf, whyNotDeciding } from './breach-policy.ts'
import { decidedRecord } from './breach-records.ts'
import type { BreachReport } from './breach-report.ts'
import { lockBreachReport, markDecided } from './breach-report.store.ts'
import { refuse } from './refusals.ts'

export type DecideReportInput = {
  readonly reportId: string
  readonly outcome: BreachOutcome
  /** The deduction rule that was broken; null when dismissed, or for a post. */
  readonly itemRef: string | null
  /** How often, or how much of the rule's unit. */
  readonly quantity: number
  readonly reasons: string
}

/**
 * Decides a report, with reasons: upheld under a rule, or dismissed. Nothing is deducted yet: either
 * side has a week to appeal.
 * @throws Refusal 'unknown_breach_report', 'report_decided', 'committee_decides_reports',
 *   'decider_kin', 'own_report', 'reply_awaited', what `checkedRule` throws
 */
export async function decideReport(
  { act, secrets, scoring }: Commands,
  actor: Actor,
  key: string,
  input: DecideReportInput,
): Promise<{ appealEndsOn: string }> {
  return act({ name: 'decide-report', actor, key, input }, async (tx) => {
    const report = await lockBreachReport(tx.db, tx.villageId, input.reportId)
    if (report === null || sideOf(actor, report) === null) throw refuse('unknown_breach_report')
    const involved = [actor.personId, ...involvedIn(report)]
    const judges = await readJudges(tx.db, tx.villageId, involved)
    const why = whyNotDeciding(actor, report, judges, tx.now)
    if (why !== null) throw why
    const { outcome, reasons } = input
    const rule = await checkedRule(tx, scoring, report, input)
    const appealEndsOn = addCivilDays(civilDay(tx.now), APPEAL_DAYS)
    const decision = { ...rule, outcome, reasons, by: actor.personId, at: tx.now, appealEndsOn }
    await markDecided(tx.db, tx.villageId, report.reportId, decision)
    tx.append(await decidedRecord(tx, secrets, report, decision))
    const params = { reportId: report.reportId, outcome, appealEndsOn }
    await notifyBothSides(tx, report, 'breach_report.decided', params)
    return { appealEndsOn }
  })
}

/**
 * The rule of a decision: one that deducts for a report of a household, none for a post (what is
 * upheld there counts in the award of the shift), none when nothing is found.
 * @throws Refusal 'rule_needed', 'rule_without_upholding', 'rule_for_post'; scoring's
 *   'not_a_deduction', 'unknown_item', 'no_rule_sheet', 'quantity_too_large'
 */
export async function checkedRule(
  tx: Tx,
  scoring: Commands['scoring'],
  report: BreachReport,
  given: {
    readonly outcome: BreachOutcome
    readonly itemRef: string | null
    readonly quantity: number
  },
): Promise<{ itemRef: string | null; quantity: number | null }> {
  const { outcome, itemRef, quantity } = given
  const none = { itemRef: null, quantity: null }
  if (outcome === 'dismissed') {
    if (itemRef !== null) throw refuse('rule_without_upholding')
    return none
  }
  if (await isAboutPost(tx, report)) {
    if (itemRef !== null) throw refuse('rule_for_post')
    return none
  }
  if (itemRef === null) throw refuse('rule_needed')
  const occurredOn = civilDay(report.occurredAt)
  await requireDeductionItem(tx, scoring, { itemRef, quantity, occurredOn })
  return { itemRef, quantity }
}

export async function isAboutPost(
  { db, villageId }: Pick<Tx, 'db' | 'villageId'>,
  { subjectId }: BreachReport,
): Promise<boolean> {
  if (subjectId === null) return false
  return (await readSubjects(db, villageId, [subjectId])).get(subjectId)?.kind === 'post'
}

/** One message to the reporter and each of the reported, the same for all. */
export async function notifyBothSides(
  tx: Tx,
  { reporterId, parties }: BreachReport,
  kind: string,
  params: { readonly reportId: string; readonly [key: string]: string },
): Promise<void> {
  const told = [...new Set([reporterId, ...parties.map(({ personId }) => personId)])]
  await sendMessages(
    tx,
    told.map((personId) => ({ personId, kind, params })),
  )
}
