export { activityFacts } from './activity-record.ts'
export {
  type Activity,
  type Shift,
  lockActivity,
  selectShifts,
  updateActivity,
} from './activity.store.ts'
export { type Attendance, selectAttendances } from './attendance/attendance.store.ts'
export { checkIn } from './attendance/check-in.ts'
export { checkOut } from './attendance/check-out.ts'
export {
  closeForgottenCheckOuts,
  forgottenCheckOutsJob,
} from './attendance/close-forgotten-check-outs.ts'
export type { CheckInAnswer, CheckOutAnswer } from './attendance/enter-presence.ts'
export { occurredAt } from './attendance/occurred-at.ts'
export { CLOCK_TOLERANCE_MILLISECONDS, currentPostCode } from './attendance/post-code.ts'
export type { PresenceClaim } from './attendance/prove-presence.ts'
export { readActivityCode, readPostCode } from './attendance/read-post-code.ts'
export { scoreAttendance } from './attendance/score-attendance.ts'
export { cancelActivity } from './cancel-activity.ts'
export type { Proposal, ProposedShift } from './check-proposal.ts'
export { type Decision, decideActivity } from './decide-activity.ts'
export { circumstancesOf, quantityOf } from './earnable-item.ts'
export { type PageOf, listPublicActivities } from './list-activities.ts'
export { type ActivityTask, listActivityInbox } from './list-activity-inbox.ts'
export { requireLeader } from './policy.ts'
export { proposeActivity } from './propose-activity.ts'
export { readActivity } from './read-activity.ts'
export { readOwnActivities } from './read-own-activities.ts'
export { resubmitActivity } from './resubmit-activity.ts'
export { activitiesRoom } from './room.ts'
export { shiftsAskingScore } from './shifts-asking-score.ts'
export { listMyShifts } from './shifts/list-my-shifts.ts'
export { selectShiftsAt } from './shifts/shift-list.store.ts'
export { clockTime, creditedMinutes, minutesAfter, plannedMinutes } from './shifts/shift-times.ts'
export { type SignUpAnswer, signUpForShift } from './shifts/sign-up-for-shift.ts'
export {
  type ShiftOfActivity,
  countPlaces,
  holdShift,
  selectSignUps,
  shiftQuery,
  toShiftOfActivity,
} from './shifts/sign-up.store.ts'
export { withdrawFromShift } from './shifts/withdraw-from-shift.ts'
