import { waitingSince } from '../second-person/waiting-since.ts'
import type { Tx } from '../../record/index.ts'
import { sendMessages } from '../messages/send-message.ts'
import { changedParts } from './apply-sign-in-change.ts'
import { deleteChangesOf, selectChanges } from './sign-in-change.store.ts'

/**
 * What waited for these persons waits no more: another change came, or they take part no more.
 * Whoever proposed it is told, but not of their own doing.
 */
export async function endProposals(
  tx: Tx,
  personIds: readonly string[],
  byId: string | null,
): Promise<void> {
  const { db, villageId } = tx
  const page = { since: waitingSince(tx.now), limit: personIds.length }
  const ended = await selectChanges(db, villageId, { personIds }, page)
  await deleteChangesOf(db, villageId, personIds)
  await sendMessages(
    tx,
    ended
      .filter(({ proposedBy, personId }) => proposedBy !== byId && proposedBy !== personId)
      .map((change) => ({
        personId: change.proposedBy,
        kind: 'sign_in.proposal_ended',
        params: { what: changedParts(change) },
      })),
  )
}
