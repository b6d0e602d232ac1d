import { ownReports, repliesHome, reportsInbox } from './contributed.ts'
import { breachReportsDuties } from './duties.ts'
import type { Module } from '../../../platform/module.ts'
import type { ParticipationParts } from '../ground/parts.ts'
import { registerBreachReportRoutes } from './breach-report.routes.ts'
import { clearEndedReportsJob } from './clear-ended-words.ts'
import { eraseReports } from './erase-reports.ts'
import { recountReportsJob, type RecountParts } from './recount-ended-reports.ts'
import { settleReportsJob } from './settle-reports.ts'

export const breachReportsSubmodule: Module<ParticipationParts & RecountParts> = {
  name: 'breach-reports',
  routes: registerBreachReportRoutes,
  jobs: (parts) => [settleReportsJob(parts), recountReportsJob(parts), clearEndedReportsJob(parts)],
  inbox: [reportsInbox],
  home: [repliesHome],
  dataBank: [ownReports],
  erase: [eraseReports],
  duties: [breachReportsDuties],
}
