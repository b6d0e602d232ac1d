import { personRemovalProposed, roleRevoked } from '@azalea/records'
import { waitingSince } from '../second-person/waiting-since.ts'
import type { Actor } from '../../../platform/actor.ts'
import { hasRecordOf, type Act, type Tx } from '../../record/index.ts'
import { requireEntry } from '../entering/require-person.ts'
import { sendMessages } from '../messages/send-message.ts'
import { removalConfirmers } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { readHoldersOf, selectGrants } from '../roles/role.store.ts'
import { departPerson } from './depart-person.ts'
import { lockEntries } from './end-participation.ts'
import { readRemovalRights } from './removal-rights.ts'
import {
  deleteProposalsBefore,
  insertProposal,
  type Removal,
  type RemovalProposal,
} from './removal.store.ts'

export interface RemovalInput {
  readonly personId: string
  readonly removal: Removal
  readonly reason: string
}

/**
 * Takes a person out of the village: marked as dead or moved away at once, unless they hold an
 * office or lost one in the last days; erased, or such a person removed in any way, only once somebody of another household
 * has confirmed it. The person is told of what waits.
 * @throws Refusal 'own_household_entry', 'unknown_person', 'person_departed', 'removal_proposed'
 */
export async function proposeRemoval(
  act: Act,
  actor: Actor,
  key: string,
  input: RemovalInput,
): Promise<{ state: 'done' | 'proposed' }> {
  return act({ name: 'propose-removal', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId } = tx
    const { personId, removal, reason } = input
    await lockEntries(tx)
    const person = await requireEntry(tx, actor, personId)
    if (removal !== 'erased') {
      if (person.departedAs !== null) throw refuse('person_departed')
      if (!(await isOrWasOfficer(tx, personId))) {
        await departPerson(tx, person, { as: removal, reason, by: [actor.personId] })
        return { state: 'done' as const }
      }
    }
    const proposal = {
      ...input,
      proposedBy: actor.personId,
      proposerHouseholdId: actor.householdId,
      proposedAt: tx.now,
    }
    await deleteProposalsBefore(db, villageId, waitingSince(tx.now))
    if (!(await insertProposal(db, villageId, proposal))) throw refuse('removal_proposed')
    await tell(tx, proposal)
    const payload = { removal, reason, proposedBy: actor.personId }
    tx.append(personRemovalProposed({ public: {}, parts: [{ personId, payload }] }))
    return { state: 'proposed' as const }
  })
}

/** An office taken back just before the removal protects as if it were held. */
async function isOrWasOfficer({ db, villageId, now }: Tx, personId: string): Promise<boolean> {
  if ((await selectGrants(db, villageId, [personId])).length > 0) return true
  const left = { kind: roleRevoked.kind, since: waitingSince(now) }
  return hasRecordOf(db, villageId, personId, left)
}

async function tell(tx: Tx, proposal: RemovalProposal): Promise<void> {
  const { db, villageId } = tx
  const { personId, removal, reason } = proposal
  const holders = await readHoldersOf(db, villageId, removalConfirmers)
  const rights = await readRemovalRights(db, villageId, [proposal], holders)
  const confirmers = holders.filter((one) => rights.whyNotConfirming(proposal, one) === null)
  await sendMessages(tx, [
    { personId, kind: 'removal.proposed', params: { removal, reason } },
    ...confirmers.map((id) => ({
      personId: id,
      kind: 'removal.to_confirm',
      params: { removal, personId },
    })),
  ])
}
