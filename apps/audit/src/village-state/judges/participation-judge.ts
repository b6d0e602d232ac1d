import { judge, onlyItsShape } from './judge.ts'

/** Activities and shifts: attendees change their pseudonym with each, so nothing ties them to awards. */
export const participationJudge = judge({
  keeps: {},
  looksAt: {
    'activity.proposed': onlyItsShape,
    'activity.resubmitted': onlyItsShape,
    'activity.decided': onlyItsShape,
    'activity.cancelled': onlyItsShape,
    'activity.closed': onlyItsShape,
    'sign-up.made': onlyItsShape,
    'sign-up.withdrawn': onlyItsShape,
    'sign-up.promoted': onlyItsShape,
    'attendance.checked-in': onlyItsShape,
    'attendance.checked-out': onlyItsShape,
    'attendance.corrected': onlyItsShape,
    'attendance.scored': onlyItsShape,
  },
})
