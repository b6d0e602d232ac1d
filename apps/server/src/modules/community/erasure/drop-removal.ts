import type { Actor } from '../../../platform/actor.ts'
import type { Act } from '../../record/index.ts'
import { waitingSince } from '../credentials/propose-sign-in-change.ts'
import { requireEntry } from '../entering/require-person.ts'
import { sendMessage } from '../messages/send-message.ts'
import { refuse } from '../refusals.ts'
import { requireSecondPerson } from './confirm-removal.ts'
import { lockEntries } from './end-participation.ts'
import { deleteProposal, selectProposals } from './removal.store.ts'

/**
 * Drops a proposed removal: its proposer takes it back, or who could confirm it will not.
 * @throws Refusal 'no_removal_proposed', 'own_household_entry', 'removal_of_household'
 */
export async function dropRemoval(
  act: Act,
  actor: Actor,
  key: string,
  input: { readonly personId: string },
): Promise<Record<string, never>> {
  return act({ name: 'drop-removal', actor, key, input: { ...input } }, async (tx) => {
    const { personId } = input
    await lockEntries(tx)
    const [proposal] = await selectProposals(tx.db, tx.villageId, personId, waitingSince(tx.now))
    if (!proposal) throw refuse('no_removal_proposed')
    if (proposal.proposedBy !== actor.personId) {
      await requireEntry(tx, actor, personId)
      await requireSecondPerson(tx, actor, proposal)
    }
    await deleteProposal(tx.db, tx.villageId, personId)
    const { removal } = proposal
    await sendMessage(tx, personId, 'removal.dropped', { removal })
    const payload = { removal, droppedBy: actor.personId }
    tx.append({ kind: 'person.removal_dropped', public: {}, parts: [{ personId, payload }] })
    return {}
  })
}
