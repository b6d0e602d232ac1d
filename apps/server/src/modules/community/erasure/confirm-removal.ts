import { waitingSince } from '../second-person/waiting-since.ts'
import type { Actor } from '../../../platform/actor.ts'
import type { Act } from '../../record/index.ts'
import { requireEntry } from '../entering/require-person.ts'
import { refuse } from '../refusals.ts'
import { departPerson } from './depart-person.ts'
import { lockEntries } from './end-participation.ts'
import { erasePerson } from './erase-person.ts'
import { readRemovalRights } from './removal-rights.ts'
import { selectProposals, type Removal } from './removal.store.ts'

/**
 * A second person confirms what another proposed, which is done now. `removal` is what they were
 * shown.
 * @throws Refusal 'no_removal_proposed', 'own_household_entry', 'unknown_person', 'last_of_role', and
 *   those of `secondPersonRefusals`
 */
export async function confirmRemoval(
  act: Act,
  actor: Actor,
  key: string,
  input: { readonly personId: string; readonly removal: Removal },
): Promise<Record<string, never>> {
  return act({ name: 'confirm-removal', actor, key, input: { ...input } }, async (tx) => {
    const { personId, removal } = input
    await lockEntries(tx)
    const person = await requireEntry(tx, actor, personId)
    const [proposal] = await selectProposals(tx.db, tx.villageId, personId, waitingSince(tx.now))
    if (proposal?.removal !== removal) throw refuse('no_removal_proposed')
    const rights = await readRemovalRights(tx.db, tx.villageId, [proposal], [actor.personId])
    const bar = rights.whyNotConfirming(proposal, actor.personId)
    if (bar !== null) throw refuse(bar)
    const { reason, proposedBy } = proposal
    const by = [proposedBy, actor.personId]
    if (removal === 'erased') {
      const payload = { personId, reason, proposedBy, confirmedBy: actor.personId }
      const parts = by.map((id) => ({ personId: id, payload }))
      await erasePerson(tx, personId, parts)
    } else await departPerson(tx, person, { as: removal, reason, by })
    return {}
  })
}
