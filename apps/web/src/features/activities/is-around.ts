import type { Shift } from './activity.ts'

const aroundMilliseconds = 30 * 60_000

/** Whether a shift is near enough to be checked in to or out of; the server decides exactly. */
export function isAround(
  { startsAt, endsAt }: Pick<Shift, 'startsAt' | 'endsAt'>,
  at: Date,
): boolean {
  const now = at.getTime()
  return (
    now > new Date(startsAt).getTime() - aroundMilliseconds &&
    now < new Date(endsAt).getTime() + aroundMilliseconds
  )
}
