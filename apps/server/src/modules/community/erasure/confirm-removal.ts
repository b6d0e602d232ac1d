import type { Actor } from '../../../platform/actor.ts'
import type { Act, Tx } from '../../record/index.ts'
import { waitingSince } from '../credentials/propose-sign-in-change.ts'
import { requireEntry } from '../entering/require-person.ts'
import { sameHousehold } from '../people/require-joined-member.ts'
import { refuse } from '../refusals.ts'
import { departPerson } from './depart-person.ts'
import { lockEntries } from './end-participation.ts'
import { erasePerson } from './erase-person.ts'
import { selectProposals, type Removal, type RemovalProposal } from './removal.store.ts'

/**
 * A second person confirms what another proposed, which is done now. `removal` is what they were
 * shown.
 * @throws Refusal 'no_removal_proposed', 'removal_own_proposal', 'removal_of_household',
 *   'own_household_entry', 'unknown_person', 'last_of_role'
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
    await requireSecondPerson(tx, actor, proposal)
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

/** @throws Refusal 'removal_own_proposal', 'removal_of_household' */
export async function requireSecondPerson(
  tx: Tx,
  actor: Actor,
  { proposedBy, proposerHouseholdId }: RemovalProposal,
): Promise<void> {
  if (proposedBy === actor.personId) throw refuse('removal_own_proposal')
  const wasKin = actor.householdId !== null && actor.householdId === proposerHouseholdId
  if (wasKin || (await sameHousehold(tx.db, tx.villageId, proposedBy, actor.personId)))
    throw refuse('removal_of_household')
}
