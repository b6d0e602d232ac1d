import type { Attendance } from './attendance.store.ts'
import { creditedMinutes, minutesAfter, type Times } from '../shifts/shift-times.ts'

/** Told this much later than it happened, a check-in is shown as sent afterwards. */
const LATE_AFTER_MINUTES = 5

export function presentAttendance(shift: Times, attendance: Attendance) {
  const { attendanceId, checkedInAt, checkedOutAt, leaderScore, checkInReceivedAt } = attendance
  return {
    attendanceId,
    checkedInAt: checkedInAt.toISOString(),
    checkedInBy: attendance.checkedInBy,
    /** An offline phone told it afterwards: the leader may want to look twice. */
    sentLate: checkInReceivedAt > minutesAfter(checkedInAt, LATE_AFTER_MINUTES),
    checkedOutAt: checkedOutAt?.toISOString() ?? null,
    checkedOutBy: attendance.checkedOutBy,
    minutes: checkedOutAt && creditedMinutes(shift, { checkedInAt, checkedOutAt }),
    leaderScore,
  }
}
