import { hasAnyRole, type Actor } from '../../platform/actor.ts'
import { endOf, isPast } from './terms.ts'
import { overseers } from './turns.ts'

/** More open cases than an inbox can usefully tell apart. */
export const MOST_DUE_CASES = 100

/** What of an open case waits for somebody. */
export interface DueCase<Kind extends string> {
  readonly kind: Kind
  /** The end of its last day. */
  readonly dueAt: Date
}

/**
 * What of a case waits for this person: what they may do now; else, for overseers once its last day
 * is over, to press for it. Null: nothing.
 */
export function dueOf<Kind extends string>(
  actor: Actor,
  now: Date,
  open: { readonly mayNow: Kind | null; readonly overdue: Kind; readonly lastDay: string },
): DueCase<Kind> | null {
  const { mayNow, overdue, lastDay } = open
  const dueAt = endOf(lastDay)
  if (mayNow !== null) return { kind: mayNow, dueAt }
  return isPast(lastDay, now) && hasAnyRole(actor, overseers) ? { kind: overdue, dueAt } : null
}
