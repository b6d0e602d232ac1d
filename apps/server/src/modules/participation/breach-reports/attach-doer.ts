import type { Actor } from '../../../platform/actor.ts'
import { readJudges } from '../../cases/index.ts'
import { isKinOf, readKin, sendMessages } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import type { Commands } from '../ground/commands.ts'
import { deadlinesFrom, involvedIn, sideOf, whyNotFinding } from './breach-policy.ts'
import { attachedRecord, closedRecord } from './breach-records.ts'
import type { BreachReport } from './breach-report.ts'
import { lockBreachReport, markAttached, markEnded } from './breach-report.store.ts'
import { findReported, type KnownDoer } from './find-reported.ts'
import { refuse } from './refusals.ts'

export type AttachDoerInput = { readonly reportId: string; readonly about: KnownDoer }

/**
 * The committee has found whose fault it would be in a report that named nobody: from now on they are
 * reported, and asked to reply. Who found them does not judge.
 * @throws Refusal 'unknown_breach_report', 'doer_known', 'report_ended', 'committee_decides_reports',
 *   'own_report', 'entered_report', 'passed_on', 'decider_kin', 'doer_is_reporter', what `findReported` throws
 */
export async function attachDoer(
  { act, secrets }: Pick<Commands, 'act' | 'secrets'>,
  actor: Actor,
  key: string,
  input: AttachDoerInput,
): Promise<{ replyDueOn: string; decisionDueOn: string }> {
  return act({ name: 'attach-doer', actor, key, input }, async (tx) => {
    const report = await lockWhatIsSought(tx, actor, input.reportId)
    const { parties } = await findReported(tx, null, input.about, report.occurredAt)
    const doerIds = parties.map(({ personId }) => personId)
    const involved = [actor.personId, report.reporterId, ...doerIds]
    const kin = await readKin(tx.db, tx.villageId, involved)
    const reporter = { personId: report.reporterId, householdId: report.reporterHouseholdId }
    if (doerIds.some((doerId) => isKinOf(doerId, reporter, kin))) throw refuse('doer_is_reporter')
    if (parties.some((party) => isKinOf(actor.personId, party, kin))) throw refuse('decider_kin')
    const { replyDueOn, decisionDueOn } = deadlinesFrom(tx.now)
    const { reportId, reporterId } = report
    const found = { by: actor.personId, at: tx.now, parties, replyDueOn, decisionDueOn }
    await markAttached(tx.db, tx.villageId, reportId, found)
    tx.append(await attachedRecord(tx, secrets, report, found))
    await sendMessages(tx, [
      ...parties.map(({ personId }) => ({
        personId,
        kind: 'breach_report.made',
        params: { reportId, replyDueOn },
      })),
      {
        personId: reporterId,
        kind: 'breach_report.attached',
        params: { reportId, dueOn: decisionDueOn },
      },
    ])
    return { replyDueOn, decisionDueOn }
  })
}

/**
 * The committee closes a report whose doer cannot be found, with reasons; nothing follows.
 * @throws Refusal like `attachDoer`
 */
export async function closeReport(
  { act, secrets }: Pick<Commands, 'act' | 'secrets'>,
  actor: Actor,
  key: string,
  input: { readonly reportId: string; readonly reasons: string },
): Promise<Record<string, never>> {
  return act({ name: 'close-report', actor, key, input }, async (tx) => {
    const report = await lockWhatIsSought(tx, actor, input.reportId)
    const { reportId, reporterId } = report
    const ending = { by: actor.personId, at: tx.now, words: input.reasons }
    await markEnded(tx.db, tx.villageId, reportId, { ...ending, state: 'closed' })
    tx.append(await closedRecord(tx, secrets, report, ending))
    const params = { reportId, reason: input.reasons }
    await sendMessages(tx, [{ personId: reporterId, kind: 'breach_report.closed', params }])
    return {}
  })
}

async function lockWhatIsSought(tx: Tx, actor: Actor, reportId: string): Promise<BreachReport> {
  const report = await lockBreachReport(tx.db, tx.villageId, reportId)
  if (report === null || sideOf(actor, report) === null) throw refuse('unknown_breach_report')
  const involved = [actor.personId, ...involvedIn(report)]
  const why = whyNotFinding(actor, report, await readJudges(tx.db, tx.villageId, involved))
  if (why !== null) throw why
  return report
}
