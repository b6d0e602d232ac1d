import type { Actor } from '../../../platform/actor.ts'
import { lastDayWithin, readJudges } from '../../cases/index.ts'
import { sendMessages } from '../../community/index.ts'
import type { Commands } from '../ground/commands.ts'
import type { BreachOutcome } from '../ground/tables.ts'
import {
  APPEAL_DECIDED_WITHIN_WORKING_DAYS,
  involvedIn,
  partyOf,
  sideOf,
  standingOutcome,
  whyNotAppealing,
  whyNotDecidingAppeal,
} from './breach-policy.ts'
import { appealedRecord } from './breach-records.ts'
import {
  lockBreachReport,
  markAppealDecided,
  markAppealed,
  selectBreachReport,
} from './breach-report.store.ts'
import { checkedRule } from './decide-report.ts'
import { refuse } from './refusals.ts'
import { settle } from './settle-reports.ts'

export type AppealInput = { readonly reportId: string; readonly words: string }

/**
 * The side that the decision went against turns to the supervisors.
 * @throws Refusal 'unknown_breach_report', 'not_appealable', 'appeal_not_yours', 'appeal_too_late'
 */
export async function appealReport(
  { act, secrets }: Pick<Commands, 'act' | 'secrets'>,
  actor: Actor,
  key: string,
  input: AppealInput,
): Promise<{ dueOn: string }> {
  return act({ name: 'appeal-report', actor, key, input }, async (tx) => {
    const report = await lockBreachReport(tx.db, tx.villageId, input.reportId)
    if (report === null || sideOf(actor, report) === null) throw refuse('unknown_breach_report')
    const why = whyNotAppealing(actor, report, tx.now)
    if (why !== null) throw why
    const { reportId, reporterId, parties } = report
    const dueOn = lastDayWithin(tx.now, APPEAL_DECIDED_WITHIN_WORKING_DAYS).day
    const appeal = { by: actor.personId, at: tx.now, words: input.words, dueOn }
    await markAppealed(tx.db, tx.villageId, reportId, appeal)
    tx.append(await appealedRecord(tx, secrets, report, appeal))
    const isOfReported = partyOf(report, actor) !== null
    const others = isOfReported ? [reporterId] : parties.map(({ personId }) => personId)
    await sendMessages(
      tx,
      others.map((personId) => ({
        personId,
        kind: 'breach_report.appealed',
        params: { reportId, dueOn },
      })),
    )
    return { dueOn }
  })
}

export type DecideAppealInput = {
  readonly reportId: string
  readonly outcome: 'confirmed' | 'changed'
  /** The deduction rule, when a dismissed report is upheld. */
  readonly itemRef: string | null
  readonly quantity: number
  readonly reasons: string
}

/**
 * A supervisor confirms the decision or changes it into its opposite, with reasons. That is final: a
 * deduction, if there is one, follows at once.
 * @throws Refusal 'unknown_breach_report', 'not_appealed', 'supervisors_decide_appeals',
 *   'decided_before', 'decider_kin', 'own_report', what `checkedRule` throws
 */
export async function decideAppeal(
  parts: Commands,
  actor: Actor,
  key: string,
  input: DecideAppealInput,
): Promise<{ awardId: string | null }> {
  return parts.act({ name: 'decide-appeal', actor, key, input }, async (tx) => {
    const { db, villageId, now } = tx
    const report = await lockBreachReport(db, villageId, input.reportId)
    if (report === null || sideOf(actor, report) === null) throw refuse('unknown_breach_report')
    const judges = await readJudges(db, villageId, [actor.personId, ...involvedIn(report)])
    const why = whyNotDecidingAppeal(actor, report, judges)
    if (why !== null) throw why
    const { outcome, reasons } = input
    const before = standingOutcome(report)
    const opposite: BreachOutcome = before === 'upheld' ? 'dismissed' : 'upheld'
    const standing = outcome === 'changed' ? opposite : before
    const rule =
      outcome === 'changed'
        ? await checkedRule(tx, parts.scoring, report, { ...input, outcome: standing })
        : { itemRef: report.itemRef, quantity: report.quantity }
    const answer = { ...rule, outcome, standing, reasons, by: actor.personId, at: now }
    await markAppealDecided(db, villageId, report.reportId, answer)
    const decided = await selectBreachReport(db, villageId, report.reportId)
    if (decided === null) throw refuse('unknown_breach_report')
    return { awardId: await settle(tx, parts, decided) }
  })
}
