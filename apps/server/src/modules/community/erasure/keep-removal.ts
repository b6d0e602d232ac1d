import { personRemovalProposed } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Tx } from '../../record/index.ts'
import { selectPresentOf, type EnteredPerson } from '../entering/entering.store.ts'
import { sendMessages } from '../messages/send-message.ts'
import { readHouseholds } from '../people/household.store.ts'
import { maskName } from '../people/mask-name.ts'
import { removalConfirmers } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { readHoldersOf } from '../roles/role.store.ts'
import { waitingSince } from '../second-person/waiting-since.ts'
import { readRemovalRights } from './removal-rights.ts'
import {
  deleteProposalsBefore,
  insertProposal,
  type Removal,
  type RemovalProposal,
} from './removal.store.ts'

export interface WantedRemoval {
  readonly removal: Removal
  readonly reason: string
  /** Where the person would live; of 'moved_in' only. */
  readonly toHouseholdId: string | null
}

/**
 * Keeps what a second person has to confirm. The person is told of it, those who live with them or
 * would live with them, and whoever may confirm it. Call under the locks of `lockEntries`.
 * @throws Refusal 'removal_proposed'
 */
export async function keepRemoval(
  tx: Tx,
  actor: Actor,
  person: EnteredPerson,
  wanted: WantedRemoval,
): Promise<void> {
  const { db, villageId } = tx
  const { personId } = person
  const proposal = {
    ...wanted,
    personId,
    proposedBy: actor.personId,
    proposerHouseholdId: actor.householdId,
    proposedAt: tx.now,
  }
  await deleteProposalsBefore(db, villageId, waitingSince(tx.now))
  if (!(await insertProposal(db, villageId, proposal))) throw refuse('removal_proposed')
  await notify(tx, person, proposal)
  const payload = await payloadOf(tx, proposal)
  tx.append(personRemovalProposed({ public: {}, parts: [{ personId, payload }] }))
}

async function payloadOf(tx: Tx, { removal, reason, proposedBy, toHouseholdId }: RemovalProposal) {
  if (removal !== 'moved_in') return { removal, reason, proposedBy }
  const homes = await readHouseholds(
    tx.db,
    tx.villageId,
    toHouseholdId === null ? [] : [toHouseholdId],
  )
  const to = homes.get(toHouseholdId ?? '')
  return { removal, reason, proposedBy, group: to?.groupName ?? '', houseNo: to?.houseNo ?? '' }
}

async function notify(tx: Tx, person: EnteredPerson, proposal: RemovalProposal): Promise<void> {
  const { db, villageId } = tx
  const { personId, removal, reason, toHouseholdId } = proposal
  const holders = await readHoldersOf(db, villageId, removalConfirmers)
  const rights = await readRemovalRights(db, villageId, [proposal], holders)
  const confirmers = holders.filter((one) => rights.whyNotConfirming(proposal, one) === null)
  const concerned = await selectPresentOf(db, villageId, [toHouseholdId ?? person.householdId])
  const atHome = concerned.map((one) => one.personId).filter((id) => id !== personId)
  const name = maskName(person.name ?? '')
  await sendMessages(tx, [
    { personId, kind: 'removal.proposed', params: { removal, reason } },
    ...(removal === 'erased' ? [] : atHome).map((id) => ({
      personId: id,
      kind: 'removal.proposed_at_home',
      params: { removal, name, reason },
    })),
    ...confirmers.map((id) => ({
      personId: id,
      kind: 'removal.to_confirm',
      params: { removal, personId },
    })),
  ])
}
