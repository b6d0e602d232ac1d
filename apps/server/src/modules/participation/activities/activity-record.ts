import type { NewRecord } from '../../record/index.ts'
import type { Activity, Shift } from './activity.store.ts'
import type { Pseudonyms } from '../pseudonyms.ts'

/** The fact that something happened to an activity: its item is public, its words are not. */
export function activityRecord(
  kind: string,
  activity: Activity,
  names: Pseudonyms,
  detail: { readonly [key: string]: string | number | null } = {},
): NewRecord {
  return {
    kind,
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

/** The fact that a person did something at a shift: who and when stay sealed. */
export function shiftRecord(
  kind: string,
  shift: Shift,
  personId: string,
  names: Pseudonyms,
  detail: { readonly [key: string]: string | number | null },
): NewRecord {
  return {
    kind,
    public: {
      activity: names.activity(shift.activityId),
      shift: names.shift(shift.shiftId),
      attendee: names.attendee(personId, shift.activityId),
    },
    parts: [{ personId, payload: { shiftId: shift.shiftId, ...detail } }],
  }
}
