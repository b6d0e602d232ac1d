import type { Actor } from '../../../platform/actor.ts'
import { readJudges } from '../../cases/index.ts'
import type { Commands } from '../ground/commands.ts'
import { involvedIn, sideOf, whyNotPassingOn } from './breach-policy.ts'
import { passedOnRecord } from './breach-records.ts'
import { lockBreachReport, markPassedOn } from './breach-report.store.ts'
import { refuse } from './refusals.ts'

/**
 * Somebody who would judge a report, or its appeal, declares themselves biased (kin beyond the
 * household, a friend, a quarrel): from then on they are barred like kin, and it cannot be undone.
 * @throws Refusal 'unknown_breach_report', 'report_decided', 'committee_decides_reports',
 *   'supervisors_decide_appeals', 'decider_kin', 'own_report', 'entered_report', 'decided_before',
 *   'passed_on'
 */
export async function passOnReport(
  { act, secrets }: Pick<Commands, 'act' | 'secrets'>,
  actor: Actor,
  key: string,
  input: { readonly reportId: string },
): Promise<Record<string, never>> {
  return act({ name: 'pass-on-report', actor, key, input }, async (tx) => {
    const report = await lockBreachReport(tx.db, tx.villageId, input.reportId)
    if (report === null || sideOf(actor, report) === null) throw refuse('unknown_breach_report')
    const involved = [actor.personId, ...involvedIn(report)]
    const judges = await readJudges(tx.db, tx.villageId, involved)
    const why = whyNotPassingOn(actor, report, judges)
    if (why !== null) throw why
    await markPassedOn(tx.db, tx.villageId, report, actor.personId)
    tx.append(await passedOnRecord(tx, secrets, report.reportId, actor.personId))
    return {}
  })
}
