/** What the server says of activities, shifts and attendance. */

export type ActivityState =
  'proposed' | 'sent_back' | 'refused' | 'approved' | 'closed' | 'cancelled'

export interface PointsPreview {
  /** For one shift, the longest, before anyone's score and before caps. */
  pointsHundredths: number
  /** The planned minutes that earn them; null when every attendance counts the same. */
  minutes: number | null
}

interface ActivityHead {
  activityId: string
  title: string
  place: string
  startsAt: string
  endsAt: string
  state: ActivityState
  itemName: string
  pointsPreview: PointsPreview | null
}

export interface ActivityRow extends ActivityHead {
  spots: { quota: number; taken: number }
  mine: 'signed_up' | 'waiting' | 'leading' | null
}

export interface ActivityPage {
  items: readonly ActivityRow[]
  nextCursor: string | null
}

export interface Attendance {
  attendanceId: string
  checkedInAt: string
  checkedInBy: 'code' | 'leader'
  sentLate: boolean
  checkedOutAt: string | null
  checkedOutBy: 'code' | 'leader' | 'clock' | null
  minutes: number | null
  leaderScore: number | null
}

export interface Shift {
  shiftId: string
  postSubjectId: string | null
  postLabel: string | null
  /** What holds for the whole shift: heat, a far post. */
  circumstances: readonly { code: string; name: string }[]
  startsAt: string
  endsAt: string
  quota: number
  taken: number
  waiting: number
  mine: {
    state: 'confirmed' | 'waiting'
    place: number | null
    attendance: Attendance | null
  } | null
  canSignUp: { ok: boolean; code: string | null; sentence: string | null }
}

export interface Activity extends ActivityHead {
  description: string
  itemRef: string
  signUpClosesAt: string
  leaderId: string
  leaderName: string | null
  initiatorName: string | null
  decision: { decidedAt: string; words: string | null } | null
  may: { decide: boolean; resubmit: boolean; cancel: boolean; lead: boolean; close: boolean }
  shifts: readonly Shift[]
}

/** One of the reader's own shifts. */
export interface MyShift {
  shiftId: string
  activityId: string
  title: string
  place: string
  postLabel: string | null
  startsAt: string
  endsAt: string
  state: 'confirmed' | 'waiting'
  checkIn: { opensAt: string; closesAt: string; isOpen: boolean }
  attendance: Attendance | null
}

export interface MyShifts {
  now: readonly MyShift[]
  upcoming: readonly MyShift[]
}

/** One line of a leader's list. */
export interface Attendee {
  personId: string
  /** Null once the person was erased. */
  name: string | null
  state: 'confirmed' | 'waiting'
  attendanceId: string | null
  checkedInAt: string | null
  checkedInBy: 'code' | 'leader' | null
  sentLate: boolean
  checkedOutAt: string | null
  checkedOutBy: 'code' | 'leader' | 'clock' | null
  minutes: number | null
  leaderScore: number | null
  scoreWords: string | null
  canScore: boolean
}

/** One who came, with the shift. */
export interface Present {
  attendee: Attendee
  shift: Shift
}

export interface ShiftAttendance {
  shiftId: string
  activityId: string
  title: string
  startsAt: string
  endsAt: string
  items: readonly Attendee[]
}
