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
export { occurredAt } from './attendance/occurred-at.ts'
export { CLOCK_TOLERANCE_MILLISECONDS, currentPostCode } from './attendance/post-code.ts'
export { scoreAttendance } from './attendance/score-attendance.ts'
export { cancelActivity } from './cancel-activity.ts'
export type { Proposal } from './check-proposal.ts'
export { decideActivity } from './decide-activity.ts'
export { type PageOf } from './list-activities.ts'
export { requireLeader } from './policy.ts'
export { proposeActivity } from './propose-activity.ts'
export { readActivity } from './read-activity.ts'
export { resubmitActivity } from './resubmit-activity.ts'
export { activitiesSubmodule } from './submodule.ts'
export { shiftsAskingScore } from './shifts-asking-score.ts'
export { selectShiftsAt } from './shifts/shift-list.store.ts'
export { clockTime, creditedMinutes, minutesAfter, plannedMinutes } from './shifts/shift-times.ts'
export { signUpForShift } from './shifts/sign-up-for-shift.ts'
export {
  type ShiftOfActivity,
  countPlaces,
  lockShift,
  selectSignUps,
  shiftQuery,
  toShiftOfActivity,
} from './shifts/sign-up.store.ts'
export { withdrawFromShift } from './shifts/withdraw-from-shift.ts'
