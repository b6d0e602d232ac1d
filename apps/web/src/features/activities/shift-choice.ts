import { civilDay } from '@azalea/client'
import type { Shift } from './activity.ts'

/** More shifts than this are looked at by day and post: a watch of a week has hundreds. */
export const mostAtOnce = 12

/** The civil days on which shifts begin, in order. */
export function daysOf(shifts: readonly Shift[]): string[] {
  return [...new Set(shifts.map(({ startsAt }) => civilDay(startsAt)))].sort()
}

export interface Post {
  subjectId: string
  label: string
}

/** The posts at which people stand, by name; shifts at the activity's own place have none. */
export function postsOf(shifts: readonly Shift[]): Post[] {
  const posts = new Map<string, Post>()
  for (const { postSubjectId, postLabel } of shifts) {
    if (postSubjectId === null) continue
    posts.set(postSubjectId, { subjectId: postSubjectId, label: postLabel ?? '' })
  }
  return [...posts.values()].toSorted((a, b) => (a.label < b.label ? -1 : 1))
}

/** The shifts of a day at a post, earliest first. */
export function shiftsAt(
  shifts: readonly Shift[],
  day: string,
  postSubjectId: string | null,
): Shift[] {
  return shifts
    .filter((shift) => civilDay(shift.startsAt) === day && shift.postSubjectId === postSubjectId)
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}

/**
 * The shift to go to when day or post are changed: at the same hour if there is one, else the first
 * of that day at that post, else whatever the day has.
 */
export function moveTo(
  shifts: readonly Shift[],
  from: Shift,
  to: { day?: string; postSubjectId?: string | null },
): Shift {
  const { day = civilDay(from.startsAt), postSubjectId = from.postSubjectId } = to
  const there = shiftsAt(shifts, day, postSubjectId)
  const hour = from.startsAt.slice(11)
  return (
    there.find(({ startsAt }) => startsAt.slice(11) === hour) ??
    there[0] ??
    shifts.find(({ startsAt }) => civilDay(startsAt) === day) ??
    from
  )
}

/** The shift that is on, else the next one, else the last. */
export function nearestShift(shifts: readonly Shift[], now: Date): Shift | undefined {
  const instant = now.toISOString()
  const byStart = shifts.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  return byStart.find(({ endsAt }) => endsAt > instant) ?? byStart.at(-1)
}
