import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { countChecksFor } from './read-checks.ts'
import { checkers } from './spot-policy.ts'

export interface CheckTask {
  readonly kind: 'spot_checks_due'
  readonly id: null
  readonly title: null
  readonly dueAt: string
  readonly count: number
}

/** Spot checks that this person may make, as one line with the nearest deadline. */
export async function listCheckInbox(db: Db, actor: Actor, now: Date): Promise<CheckTask[]> {
  if (!hasAnyRole(actor, checkers)) return []
  const { count, dueAt } = await countChecksFor(db, actor, now)
  if (dueAt === null) return []
  return [{ kind: 'spot_checks_due', id: null, title: null, count, dueAt: dueAt.toISOString() }]
}
