import type { Answer, Item } from '@azalea/client'

/** What the server says of activities, shifts and attendance. */

export type ActivityState = Activity['state']

export type ActivityRow = Item<'/api/activities'>

export type ActivityPage = Answer<'/api/activities'>

export type Shift = Activity['shifts'][number]

export type Activity = Answer<'/api/activities/{id}'>

/** One of the reader's own shifts. */
export type MyShift = MyShifts['now'][number]

export type MyShifts = Answer<'/api/me/shifts'>

/** One line of a leader's list. */
export type Attendee = Item<'/api/shifts/{id}/attendance'>

/** One who came, with the shift. */
export interface Present {
  attendee: Attendee
  shift: Shift
  /** Whether a leader's score changes what it earns. */
  asksScore: boolean
}
