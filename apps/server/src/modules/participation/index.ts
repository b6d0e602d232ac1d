export { participationModule } from './module.ts'
export {
  appealReport,
  decideAppeal,
  type AppealInput,
  type DecideAppealInput,
} from './breach-reports/appeal-report.ts'
export { attachDoer, closeReport } from './breach-reports/attach-doer.ts'
export { decideReport, type DecideReportInput } from './breach-reports/decide-report.ts'
export { listDueReports } from './breach-reports/list-due-reports.ts'
export { listRepliesDue } from './breach-reports/list-replies-due.ts'
export { recountEndedReports } from './breach-reports/recount-ended-reports.ts'
export { replyToReport } from './breach-reports/reply-to-report.ts'
export { withdrawReport } from './breach-reports/withdraw-report.ts'
export { reportBreach, type ReportBreachInput } from './breach-reports/report-breach.ts'
export { readDeductionOf, settleReports } from './breach-reports/settle-reports.ts'
export { cancelActivity } from './activities/cancel-activity.ts'
export { checkIn } from './attendance/check-in.ts'
export { checkOut } from './attendance/check-out.ts'
export type { CheckInAnswer, CheckOutAnswer } from './attendance/enter-presence.ts'
export type { Proposal, ProposedShift } from './activities/check-proposal.ts'
export { closeActivity, type CloseAnswer } from './activities/close-activity.ts'
export {
  closeForgottenCheckOuts,
  forgottenCheckOutsJob,
} from './attendance/close-forgotten-check-outs.ts'
export type { Commands as ParticipationCommands } from './commands.ts'
export { calibrateVillage } from './calibrated-ratings/calibrate-village.ts'
export { announceDraw, type AnnounceInput } from './spot-checks/announce-draw.ts'
export { drawChecks, type CoveringCheckpoint, type DrawParts } from './spot-checks/draw-checks.ts'
export { lapseChecks } from './spot-checks/lapse-checks.ts'
export { readOpenChecks } from './spot-checks/read-checks.ts'
export { scoreSpotCheck } from './spot-checks/score-spot-check.ts'
export { decideActivity, type Decision } from './activities/decide-activity.ts'
export {
  listParticipationInbox,
  type InboxItem as ParticipationInboxItem,
} from './inbox/list-inbox.ts'
export { listPublicActivities } from './activities/list-activities.ts'
export { listMyShifts } from './shifts/list-my-shifts.ts'
export type { PresenceClaim } from './attendance/prove-presence.ts'
export { proposeActivity } from './activities/propose-activity.ts'
export { rateSubject, type RateAnswer, type RateInput } from './ratings/rate-subject.ts'
export { readActivity } from './activities/read-activity.ts'
export { readOwnParticipation } from './read-own-participation.ts'
export { currentPostCode } from './attendance/post-code.ts'
export { readActivityCode, readPostCode } from './attendance/read-post-code.ts'
export { resubmitActivity } from './activities/resubmit-activity.ts'
export { scoreAttendance } from './attendance/score-attendance.ts'
export { signUpForShift, type SignUpAnswer } from './shifts/sign-up-for-shift.ts'
export { withdrawFromShift } from './shifts/withdraw-from-shift.ts'
export { clearEndedReports } from './breach-reports/clear-ended-words.ts'
