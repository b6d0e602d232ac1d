import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import { addCivilDays, startOfCivilDay } from '../../../platform/calendar.ts'
import type { Db } from '../../../platform/database/database.ts'
import { firstRows } from '../../../platform/database/list-order.ts'
import {
  reportReaders,
  whyNotDeciding,
  whyNotDecidingAppeal,
  whyNotFinding,
} from './breach-policy.ts'
import { reportOrders, selectReportsInStates } from './breach-report-list.store.ts'
import { isOverdue } from './present-report.ts'
import { readJudges } from './read-judges.ts'

/** More open reports than an inbox can usefully tell apart. */
const MOST = 100

export interface DueReport {
  readonly kind: 'report_to_attach' | 'report_to_decide' | 'report_appeal' | 'report_overdue'
  readonly reportId: string
  /** The end of the last day for the decision. */
  readonly dueAt: Date
}

/**
 * The reports that wait for this person: to find the doer of; to decide, once the reported have replied or had their
 * time; appeals, for the supervisors; what is overdue, for supervisors and the town to press for.
 */
export async function listDueReports(db: Db, actor: Actor, now: Date): Promise<DueReport[]> {
  const { villageId } = actor
  if (!hasAnyRole(actor, reportReaders)) return []
  const states = ['unassigned', 'open', 'appealed'] as const
  const nearest = firstRows(reportOrders, 'dueOn', MOST)
  const { rows: open } = await selectReportsInStates(db, villageId, states, nearest)
  if (open.length === 0) return []
  const judges = await readJudges(db, villageId)
  const due: DueReport[] = []
  for (const report of open) {
    const { reportId, decisionDueOn, appeal } = report
    const dueAt = startOfCivilDay(addCivilDays(appeal?.dueOn ?? decisionDueOn, 1))
    if (whyNotFinding(actor, report, judges) === null)
      due.push({ kind: 'report_to_attach', reportId, dueAt })
    else if (whyNotDeciding(actor, report, judges, now) === null)
      due.push({ kind: 'report_to_decide', reportId, dueAt })
    else if (whyNotDecidingAppeal(actor, report, judges) === null)
      due.push({ kind: 'report_appeal', reportId, dueAt })
    else if (hasAnyRole(actor, ['supervisor', 'town_officer']) && isOverdue(report, now))
      due.push({ kind: 'report_overdue', reportId, dueAt })
  }
  return due
}
