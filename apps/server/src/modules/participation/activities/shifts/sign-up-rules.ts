import type { Refusal } from '../../../../platform/refusal.ts'
import type { Activity, Shift } from '../activity.store.ts'
import { refuse } from '../../ground/refusals.ts'
import { clockTime, overlap, signUpCloses } from './shift-times.ts'
import type { Places, ShiftOfActivity } from './sign-up.store.ts'

/** As many may wait as have a place, and at least a few. */
const LEAST_WAITING = 3

export interface SignUpFacts {
  readonly activity: Activity
  readonly shift: Shift
  readonly places: Places
  /** What the person is signed up for or waits for, this shift included. */
  readonly signedUp: readonly ShiftOfActivity[]
  readonly now: Date
}

/** Why this person cannot sign up for this shift now; null when they can. */
export function whyNoSignUp(facts: SignUpFacts): Refusal | null {
  const { activity, shift, places, signedUp, now } = facts
  if (activity.state !== 'approved') return refuse('activity_not_open')
  if (signedUp.some((other) => other.shift.shiftId === shift.shiftId))
    return refuse('already_signed_up')
  const closedAt = signUpCloses(activity, shift)
  if (now >= closedAt) return refuse('sign_up_closed', { closedAt: clockTime(closedAt) })
  const overlapping = whyOverlapping(shift, signedUp)
  if (overlapping) return overlapping
  const mayWait = Math.max(shift.quota, LEAST_WAITING)
  if (isFull(facts) && places.waiting >= mayWait)
    return refuse('shift_full', { quota: shift.quota })
  return null
}

/** That another shift of these is at the same time as this one; null when none is. */
export function whyOverlapping(shift: Shift, others: readonly ShiftOfActivity[]): Refusal | null {
  const rival = others.find(
    (other) => other.shift.shiftId !== shift.shiftId && overlap(other.shift, shift),
  )
  if (rival === undefined) return null
  return refuse('shift_overlaps', {
    title: rival.activity.title,
    startsAt: clockTime(rival.shift.startsAt),
    endsAt: clockTime(rival.shift.endsAt),
  })
}

/** Whether whoever signs up now waits: no place is free, or others wait for one already. */
export function isFull({ shift, places }: Pick<SignUpFacts, 'shift' | 'places'>): boolean {
  return places.confirmed >= shift.quota || places.waiting > 0
}
