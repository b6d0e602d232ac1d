import { waitingSince } from '../second-person/waiting-since.ts'
import type { Actor } from '../../../platform/actor.ts'
import type { Act, Tx } from '../../record/index.ts'
import { moveTo } from '../entering/move-to.ts'
import { resolvePlace } from '../entering/place.ts'
import { requireEntry } from '../entering/require-person.ts'
import { refuse } from '../refusals.ts'
import { departPerson } from './depart-person.ts'
import { lockEntries } from './end-participation.ts'
import { erasePerson } from './erase-person.ts'
import { readRemovalRights } from './removal-rights.ts'
import {
  deleteProposal,
  selectProposals,
  type Removal,
  type RemovalProposal,
} from './removal.store.ts'

export interface RemovalShown {
  readonly personId: string
  readonly removal: Removal
  /** Where the person would live; of 'moved_in' only. */
  readonly toHouseholdId?: string | null | undefined
}

/**
 * A second person confirms what another proposed, which is done now. `input` is what they were shown.
 * @throws Refusal 'no_removal_proposed', 'own_household_entry', 'unknown_person', 'last_of_role', and
 *   those of `secondPersonRefusals` and of `moveTo`
 */
export async function confirmRemoval(
  { act }: { readonly act: Act },
  actor: Actor,
  key: string,
  input: RemovalShown,
): Promise<Record<string, never>> {
  const { personId, removal, toHouseholdId = null } = input
  const request = { personId, removal, toHouseholdId }
  return act({ name: 'confirm-removal', actor, key, input: request }, async (tx) => {
    await lockEntries(tx)
    const person = await requireEntry(tx, actor, personId)
    const [proposal] = await selectProposals(tx.db, tx.villageId, personId, waitingSince(tx.now))
    if (proposal?.removal !== removal || proposal.toHouseholdId !== toHouseholdId)
      throw refuse('no_removal_proposed')
    const rights = await readRemovalRights(tx.db, tx.villageId, [proposal], [actor.personId])
    const bar = rights.whyNotConfirming(proposal, actor.personId)
    if (bar !== null) throw refuse(bar)
    const { reason, proposedBy } = proposal
    const by = [proposedBy, actor.personId]
    if (removal === 'erased') {
      const payload = { personId, reason, proposedBy, confirmedBy: actor.personId }
      const parts = by.map((id) => ({ personId: id, payload }))
      await erasePerson(tx, personId, parts)
    } else if (removal === 'moved_in') await moveIn(tx, actor, proposal)
    else await departPerson(tx, person, { as: removal, reason, by })
    return {}
  })
}

async function moveIn(tx: Tx, actor: Actor, proposal: RemovalProposal): Promise<void> {
  const { personId, toHouseholdId, reason, proposedBy } = proposal
  if (toHouseholdId === null) throw new Error('moved_in without a household')
  const place = await resolvePlace(tx, { householdId: toHouseholdId })
  await deleteProposal(tx.db, tx.villageId, personId)
  await moveTo(tx, actor, personId, place, { reason, proposedBy })
}
