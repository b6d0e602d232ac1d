import { hasAnyRole } from '../../../platform/actor.ts'
import type { InboxPart } from '../../../platform/contributions.ts'
import { payers } from '../policy.ts'
import { titleIn } from './read-runs.ts'
import { selectUnendedRuns } from './payment.store.ts'

/** A bank answers within days, and who is paid in cash is at the village's office before that. */
const ENDED_WITHIN_DAYS = 7

/** Payments that neither the bank's answer nor a signature has ended, a line for each run. */
export const paymentsInbox: InboxPart<unknown> = {
  kinds: ['payments_to_end'],
  list: async (_, { db, actor, language }) => {
    if (!hasAnyRole(actor, payers)) return []
    const runs = await selectUnendedRuns(db, actor.villageId)
    return runs.map(({ runId, orderedAt, pendingCount, ...run }) => ({
      kind: 'payments_to_end',
      id: runId,
      title: titleIn(language, run),
      dueAt: new Date(orderedAt.getTime() + ENDED_WITHIN_DAYS * 86_400_000).toISOString(),
      count: pendingCount,
    }))
  },
}
