export { participationModule } from './module.ts'
export {
  type AppealInput,
  type DecideAppealInput,
  type DecideReportInput,
  type ReportBreachInput,
  appealReport,
  attachDoer,
  clearEndedReports,
  closeReport,
  decideAppeal,
  decideReport,
  listDueReports,
  listRepliesDue,
  readDeductionOf,
  recountEndedReports,
  replyToReport,
  reportBreach,
  settleReports,
  withdrawReport,
} from './breach-reports/index.ts'
export {
  type CheckInAnswer,
  type CheckOutAnswer,
  type Decision,
  type PresenceClaim,
  type Proposal,
  type ProposedShift,
  type SignUpAnswer,
  cancelActivity,
  checkIn,
  checkOut,
  closeForgottenCheckOuts,
  currentPostCode,
  decideActivity,
  forgottenCheckOutsJob,
  listMyShifts,
  listPublicActivities,
  proposeActivity,
  readActivity,
  readActivityCode,
  readPostCode,
  resubmitActivity,
  scoreAttendance,
  signUpForShift,
  withdrawFromShift,
} from './activities/index.ts'
export { type CloseAnswer, clearJudgedWords, closeActivity } from './closing/index.ts'
export type { Commands as ParticipationCommands } from './ground/commands.ts'
export { type RateAnswer, type RateInput, calibrateVillage, rateSubject } from './ratings/index.ts'
export {
  type AnnounceInput,
  type CoveringCheckpoint,
  type DrawParts,
  announceDraw,
  drawChecks,
  lapseChecks,
  readOpenChecks,
  scoreSpotCheck,
} from './spot-checks/index.ts'
export { listParticipationInbox } from './list-inbox.ts'
export { readOwnParticipation } from './read-own-participation.ts'
