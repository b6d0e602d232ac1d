import type { Role } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { readHomeOf } from '../people/household.store.ts'
import { readKinship } from '../people/kin.ts'
import { removalConfirmers, rosterKeepers } from '../policy.ts'
import { selectGrants } from '../roles/role.store.ts'
import {
  readSecondPersons,
  type Offices,
  type SecondPersonCode,
} from '../second-person/second-person.ts'
import type { RemovalProposal } from './removal.store.ts'

const offices: Offices = { proposing: rosterKeepers, confirming: removalConfirmers }

type Bar = SecondPersonCode | 'own_household_entry' | 'removal_not_yours'

/** What bars a person from confirming or dropping a removal; null: nothing. */
export interface RemovalRights {
  readonly whyNotConfirming: (proposal: RemovalProposal, readerId: string) => Bar | null
  readonly whyNotDropping: (proposal: RemovalProposal, readerId: string) => Bar | null
}

/**
 * Who may confirm a removal, and who may drop it: its proposer, or any confirmer who is kin neither of
 * the proposer nor of the person, and does not live where the person would. Dropping changes nothing and the proposer hears of it, so that
 * whose office it is does not matter there.
 */
export async function readRemovalRights(
  db: Db,
  villageId: string,
  proposals: readonly RemovalProposal[],
  readerIds: readonly string[],
): Promise<RemovalRights> {
  const proposers = proposals.map(({ proposedBy }) => proposedBy)
  const people = [...readerIds, ...proposals.map(({ personId }) => personId)]
  const judge = await readSecondPersons(db, villageId, offices, [...readerIds, ...proposers])
  const kinship = await readKinship(db, villageId, people)
  const confirmers = new Set(
    (await selectGrants(db, villageId, readerIds))
      .filter(({ role }) => removalConfirmers.includes(role satisfies Role))
      .map(({ personId }) => personId),
  )
  const homes = await readHomeOf(db, villageId, readerIds)
  const whyNotAtAll = (
    { personId, toHouseholdId }: RemovalProposal,
    readerId: string,
  ): Bar | null => {
    const comesHome = toHouseholdId !== null && toHouseholdId === homes.get(readerId)
    if (comesHome || kinship(personId, readerId)) return 'own_household_entry'
    return confirmers.has(readerId) ? null : 'removal_not_yours'
  }
  return {
    whyNotConfirming: (proposal, readerId) =>
      whyNotAtAll(proposal, readerId) ?? judge(proposal, readerId),
    whyNotDropping: (proposal, readerId) => {
      if (proposal.proposedBy === readerId) return null
      const bar = whyNotAtAll(proposal, readerId)
      if (bar !== null) return bar
      return judge(proposal, readerId) === 'second_of_household' ? 'second_of_household' : null
    },
  }
}
