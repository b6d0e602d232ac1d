export { participationModule } from './module.ts'
export {
  type DecideReportInput,
  type ReportBreachInput,
  appealReport,
  decideAppeal,
  decideReport,
  listDueReports,
  readDeductionOf,
  recountEndedReports,
  replyToReport,
  reportBreach,
  settleReports,
} from './breach-reports/index.ts'
export {
  type Proposal,
  cancelActivity,
  checkIn,
  checkOut,
  closeForgottenCheckOuts,
  currentPostCode,
  decideActivity,
  forgottenCheckOutsJob,
  proposeActivity,
  readActivity,
  resubmitActivity,
  scoreAttendance,
  signUpForShift,
  withdrawFromShift,
} from './activities/index.ts'
export { clearJudgedWords, closeActivity } from './closing/index.ts'
export { scoreVillage, rateSubject } from './ratings/index.ts'
export {
  type CoveringCheckpoint,
  announceDraw,
  drawChecks,
  lapseChecks,
  readOpenChecks,
  scoreSpotCheck,
} from './spot-checks/index.ts'
