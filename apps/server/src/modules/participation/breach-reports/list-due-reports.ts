import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { firstRows } from '../../../platform/database/list-order.ts'
import {
  caseReaders,
  dueOf,
  MOST_DUE_CASES,
  readJudges,
  type DueCase,
  type Judges,
} from '../../cases/index.ts'
import { involvedIn, whyNotDeciding, whyNotDecidingAppeal, whyNotFinding } from './breach-policy.ts'
import { reportOrders, selectReportsInStates } from './breach-report-list.store.ts'
import type { BreachReport } from './breach-report.ts'
import { lastDayOf } from './present-report.ts'

type Kind = 'report_to_attach' | 'report_to_decide' | 'report_appeal' | 'report_overdue'

export interface DueReport extends DueCase<Kind> {
  readonly reportId: string
}

/**
 * The reports that wait for this person: to find the doer of; to decide, once the reported have replied or had their
 * time; appeals, for the supervisors; what is overdue, for supervisors and the town to press for.
 */
export async function listDueReports(db: Db, actor: Actor, now: Date): Promise<DueReport[]> {
  const { villageId } = actor
  if (!hasAnyRole(actor, caseReaders)) return []
  const states = ['unassigned', 'open', 'appealed'] as const
  const nearest = firstRows(reportOrders, 'dueOn', MOST_DUE_CASES)
  const { rows: open } = await selectReportsInStates(db, villageId, states, nearest)
  if (open.length === 0) return []
  const judges = await readJudges(db, villageId, [actor.personId, ...open.flatMap(involvedIn)])
  return open.flatMap((report) => {
    const lastDay = lastDayOf(report)
    if (lastDay === null) return []
    const mayNow = taskOf(actor, report, judges, now)
    const due = dueOf(actor, now, { mayNow, overdue: 'report_overdue', lastDay })
    return due === null ? [] : [{ ...due, reportId: report.reportId }]
  })
}

function taskOf(actor: Actor, report: BreachReport, judges: Judges, now: Date): Kind | null {
  if (whyNotFinding(actor, report, judges) === null) return 'report_to_attach'
  if (whyNotDeciding(actor, report, judges, now) === null) return 'report_to_decide'
  return whyNotDecidingAppeal(actor, report, judges) === null ? 'report_appeal' : null
}
