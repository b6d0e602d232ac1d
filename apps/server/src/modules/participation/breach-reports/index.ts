export {
  type AppealInput,
  type DecideAppealInput,
  appealReport,
  decideAppeal,
} from './appeal-report.ts'
export { attachDoer, closeReport } from './attach-doer.ts'
export { countUpheldReports } from './breach-report-list.store.ts'
export { clearEndedReports } from './clear-ended-words.ts'
export { type DecideReportInput, decideReport } from './decide-report.ts'
export { listDueReports } from './list-due-reports.ts'
export { listRepliesDue } from './list-replies-due.ts'
export { readReportsConcerning } from './read-reports-concerning.ts'
export { type RecountParts, recountEndedReports } from './recount-ended-reports.ts'
export { replyToReport } from './reply-to-report.ts'
export { type ReportBreachInput, reportBreach } from './report-breach.ts'
export { breachReportsRoom } from './room.ts'
export { readDeductionOf, settleReports } from './settle-reports.ts'
export { withdrawReport } from './withdraw-report.ts'
