import type { Actor } from '../../../platform/actor.ts'
import { sendMessages } from '../../community/index.ts'
import type { Commands } from '../ground/commands.ts'
import { sideOf, whyNotWithdrawing } from './breach-policy.ts'
import { withdrawnRecord } from './breach-records.ts'
import { lockBreachReport, markEnded } from './breach-report.store.ts'
import { refuse } from './refusals.ts'

export type WithdrawInput = { readonly reportId: string; readonly words: string | null }

/**
 * Who reported, or the cadre who entered it for them, takes it back before it is decided. Nothing
 * follows from it any more; what was said and replied stays with both sides and the office.
 * @throws Refusal 'unknown_breach_report', 'withdrawal_not_yours', 'report_decided', 'report_ended'
 */
export async function withdrawReport(
  { act, secrets }: Pick<Commands, 'act' | 'secrets'>,
  actor: Actor,
  key: string,
  input: WithdrawInput,
): Promise<Record<string, never>> {
  return act({ name: 'withdraw-report', actor, key, input }, async (tx) => {
    const report = await lockBreachReport(tx.db, tx.villageId, input.reportId)
    if (report === null || sideOf(actor, report) === null) throw refuse('unknown_breach_report')
    const why = whyNotWithdrawing(actor, report)
    if (why !== null) throw why
    const { reportId, reporterId, enteredBy, parties } = report
    const ending = { by: actor.personId, at: tx.now, words: input.words }
    await markEnded(tx.db, tx.villageId, reportId, { ...ending, state: 'withdrawn' })
    tx.append(await withdrawnRecord(tx, secrets, report, ending))
    const told = parties.map(({ personId }) => personId)
    // Nobody withdraws in somebody's name without their knowing.
    if (actor.personId === enteredBy) told.push(reporterId)
    const params = { reportId }
    await sendMessages(
      tx,
      told.map((personId) => ({ personId, kind: 'breach_report.withdrawn', params })),
    )
    return {}
  })
}
