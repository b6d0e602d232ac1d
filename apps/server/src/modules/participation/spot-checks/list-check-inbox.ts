import { hasAnyRole } from '../../../platform/actor.ts'
import type { InboxPart } from '../../../platform/contributions.ts'
import { countChecksFor } from './read-checks.ts'
import { checkers } from './spot-policy.ts'

/** Spot checks that this person may make, as one line with the nearest deadline. */
export const checkInbox: InboxPart<unknown> = {
  kinds: ['spot_checks_due'],
  list: async (_, { db, actor, now }) => {
    if (!hasAnyRole(actor, checkers)) return []
    const { count, dueAt } = await countChecksFor(db, actor, now)
    if (dueAt === null) return []
    return [{ kind: 'spot_checks_due', id: null, title: null, count, dueAt: dueAt.toISOString() }]
  },
}
