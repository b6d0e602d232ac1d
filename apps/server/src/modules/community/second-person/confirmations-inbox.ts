import { waitingTogether, type InboxPart } from '../../../platform/contributions.ts'
import { countSignInChanges } from '../credentials/read-sign-in-changes.ts'
import { countRemovals } from '../erasure/read-removals.ts'
import { waitsUntil } from './waiting-since.ts'

/** What somebody proposed and this second person may confirm. */
export const confirmationsInbox: InboxPart<unknown> = {
  kinds: ['sign_in_change', 'removal'],
  list: async (_, { db, actor, now }) => [
    ...waitingTogether('sign_in_change', await countSignInChanges(db, actor, now), waitsUntil),
    ...waitingTogether('removal', await countRemovals(db, actor, now), waitsUntil),
  ],
}
