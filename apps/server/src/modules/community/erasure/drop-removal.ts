import { personRemovalDropped } from '@azalea/records'
import { waitingSince } from '../second-person/waiting-since.ts'
import type { Actor } from '../../../platform/actor.ts'
import type { Act } from '../../record/index.ts'
import { sendMessage } from '../messages/send-message.ts'
import { refuse } from '../refusals.ts'
import { lockEntries } from './end-participation.ts'
import { readRemovalRights } from './removal-rights.ts'
import { deleteProposal, selectProposals } from './removal.store.ts'

/**
 * Drops a proposed removal: its proposer takes it back, or another office holder, whom the proposer
 * hears of.
 * @throws Refusal 'no_removal_proposed', 'own_household_entry', 'second_of_household'
 */
export async function dropRemoval(
  { act }: { readonly act: Act },
  actor: Actor,
  key: string,
  input: { readonly personId: string },
): Promise<Record<string, never>> {
  return act({ name: 'drop-removal', actor, key, input: { ...input } }, async (tx) => {
    const { personId } = input
    await lockEntries(tx)
    const [proposal] = await selectProposals(tx.db, tx.villageId, personId, waitingSince(tx.now))
    if (!proposal) throw refuse('no_removal_proposed')
    const rights = await readRemovalRights(tx.db, tx.villageId, [proposal], [actor.personId])
    const bar = rights.whyNotDropping(proposal, actor.personId)
    if (bar !== null) throw refuse(bar)
    await deleteProposal(tx.db, tx.villageId, personId)
    const { removal, proposedBy } = proposal
    await sendMessage(tx, personId, 'removal.dropped', { removal })
    if (proposedBy !== actor.personId)
      await sendMessage(tx, proposedBy, 'removal.proposal_dropped', { removal, personId })
    const payload = { removal, droppedBy: actor.personId }
    tx.append(personRemovalDropped({ public: {}, parts: [{ personId, payload }] }))
    return {}
  })
}
