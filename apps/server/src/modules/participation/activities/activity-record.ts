import type { Activity, Shift } from './activity.store.ts'
import type { Pseudonyms } from '../ground/pseudonyms.ts'

/** What a record tells of an activity: its item is public, its words are not. */
export function activityFacts<Detail extends object>(
  activity: Activity,
  names: Pseudonyms,
  detail: Detail,
) {
  return {
    public: {
      activity: names.activity(activity.activityId),
      item: activity.itemRef,
      state: activity.state,
    },
    parts: [
      {
        personId: activity.initiatorId,
        payload: {
          activityId: activity.activityId,
          title: activity.title,
          description: activity.description,
          place: activity.place,
          leaderId: activity.leaderId,
          startsAt: activity.startsAt.toISOString(),
          endsAt: activity.endsAt.toISOString(),
          signUpClosesAt: activity.signUpClosesAt.toISOString(),
          ...detail,
        },
      },
    ],
  }
}

/** What a record tells of a person's doing at a shift: who and when stay sealed. */
export function shiftFacts<Detail extends object>(
  shift: Shift,
  personId: string,
  names: Pseudonyms,
  detail: Detail,
) {
  return {
    public: {
      activity: names.activity(shift.activityId),
      shift: names.shift(shift.shiftId),
      attendee: names.attendee(personId, shift.activityId),
    },
    parts: [{ personId, payload: { shiftId: shift.shiftId, ...detail } }],
  }
}
