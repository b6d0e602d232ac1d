import type { EventBus } from '../../../platform/events.ts'
import type { Module } from '../../../platform/module.ts'
import type { Tx } from '../../record/index.ts'
import type { ParticipationParts } from '../ground/parts.ts'
import { registerBreachReportRoutes } from './breach-report.routes.ts'
import { clearEndedReportsJob } from './clear-ended-words.ts'
import { eraseReports } from './erase-reports.ts'
import { recountReportsJob, type RecountParts } from './recount-ended-reports.ts'
import { settleReportsJob } from './settle-reports.ts'

export const breachReportsRoom: Module<
  ParticipationParts & RecountParts & { readonly events: EventBus<Tx> }
> = {
  name: 'breach-reports',
  listen: ({ events }) => eraseReports(events),
  routes: registerBreachReportRoutes,
  jobs: (parts) => [settleReportsJob(parts), recountReportsJob(parts), clearEndedReportsJob(parts)],
}
