import { toLocalText } from '@azalea/text'

const MINUTE = 60_000
const CHECK_IN_OPENS_BEFORE_MINUTES = 30
/** After a shift's end, how long the clock waits for a forgotten check-out. */
export const CHECK_OUT_WAITS_MINUTES = 30

export interface Times {
  readonly startsAt: Date
  readonly endsAt: Date
}

/** When check-in is open: from half an hour before the shift to its end. */
export function checkInWindow(shift: Times): { opensAt: Date; closesAt: Date } {
  return {
    opensAt: minutesAfter(shift.startsAt, -CHECK_IN_OPENS_BEFORE_MINUTES),
    closesAt: shift.endsAt,
  }
}

/** Sign-up and withdrawal end at the activity's deadline, and at the latest when the shift begins. */
export function signUpCloses(activity: { signUpClosesAt: Date }, shift: Times): Date {
  return activity.signUpClosesAt < shift.startsAt ? activity.signUpClosesAt : shift.startsAt
}

/** Whether two spans share any time; one that begins when the other ends does not. */
export function overlap(one: Times, other: Times): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt
}

/** What of a presence lies within the planned shift; without a check-out it lasts to the end. */
export function creditedSpan(
  shift: Times,
  attendance: { readonly checkedInAt: Date; readonly checkedOutAt: Date | null },
): Times {
  const { checkedInAt, checkedOutAt } = attendance
  return {
    startsAt: checkedInAt > shift.startsAt ? checkedInAt : shift.startsAt,
    endsAt: checkedOutAt !== null && checkedOutAt < shift.endsAt ? checkedOutAt : shift.endsAt,
  }
}

/** Whole minutes between check-in and check-out that lie within the planned shift. */
export function creditedMinutes(
  shift: Times,
  attendance: { readonly checkedInAt: Date; readonly checkedOutAt: Date },
): number {
  return Math.max(0, plannedMinutes(creditedSpan(shift, attendance)))
}

/** The planned length in whole minutes. */
export function plannedMinutes(shift: Times): number {
  return Math.floor((shift.endsAt.getTime() - shift.startsAt.getTime()) / MINUTE)
}

export function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * MINUTE)
}

/** An instant for a sentence: '2026-03-02 07:30' as clocks in China show it. */
export function clockTime(instant: Date): string {
  return toLocalText(instant).replace('T', ' ')
}
