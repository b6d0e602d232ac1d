import { waitingSince } from '../second-person/waiting-since.ts'
import type { z } from 'zod'
import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { waitingRemoval, waitingRemovalOf } from '../entering/schema.ts'
import { readHouseholds, type HouseholdBrief } from '../people/household.store.ts'
import { noteAccess } from '../people/note-access.ts'
import { readPeople, readPeopleNames } from '../people/person.store.ts'
import { removalConfirmers } from '../policy.ts'
import { selectGrants } from '../roles/role.store.ts'
import type { RosterReading } from '../roster/read-household.ts'
import { readRemovalRights } from './removal-rights.ts'
import { selectProposals, type RemovalProposal } from './removal.store.ts'

/** The removals that wait for a second person, oldest first. Each person can see later who looked. */
export async function readRemovals(
  { database, clock, newId }: RosterReading,
  actor: Actor,
): Promise<{ items: z.infer<typeof waitingRemovalOf>[] }> {
  const { villageId } = actor
  return database.inVillage(villageId, async (db) => {
    const now = clock.now()
    const proposals = await selectProposals(db, villageId, null, waitingSince(now))
    const personIds = proposals.map(({ personId }) => personId)
    const people = await readPeople(db, villageId, personIds)
    const homes = [...people.values()].map(({ householdId }) => householdId)
    const households = await readHouseholds(db, villageId, homes)
    const grants = personIds.length === 0 ? [] : await selectGrants(db, villageId, personIds)
    const shown = await presentRemovals(db, actor, proposals)
    await noteAccess({ db, villageId, now, newId }, actor.personId, personIds, 'removal')
    return {
      items: shown.map(({ personId, ...present }) => {
        const person = people.get(personId)
        const household = households.get(person?.householdId ?? '')
        return {
          ...present,
          personId,
          name: person?.name ?? null,
          groupName: household?.groupName ?? '',
          houseNo: household?.houseNo ?? '',
          roles: grants.filter((grant) => grant.personId === personId).map(({ role }) => role),
        }
      }),
    }
  })
}

/** What waits for a person of the roster; null: nothing. */
export async function readRemovalOf(
  db: Db,
  actor: Actor,
  personId: string,
  now: Date,
): Promise<z.infer<typeof waitingRemoval> | null> {
  const proposals = await selectProposals(db, actor.villageId, personId, waitingSince(now))
  const [waiting] = await presentRemovals(db, actor, proposals)
  if (!waiting) return null
  const { personId: _, ...shown } = waiting
  return shown
}

/** How many removals this reader may confirm, and since when. */
export async function countRemovals(
  db: Db,
  actor: Actor,
  now: Date,
): Promise<{ count: number; oldestAt: Date | null }> {
  const { villageId, personId } = actor
  if (!hasAnyRole(actor, removalConfirmers)) return { count: 0, oldestAt: null }
  const proposals = await selectProposals(db, villageId, null, waitingSince(now))
  if (proposals.length === 0) return { count: 0, oldestAt: null }
  const rights = await readRemovalRights(db, villageId, proposals, [personId])
  const mine = proposals.filter((one) => rights.whyNotConfirming(one, personId) === null)
  return { count: mine.length, oldestAt: mine[0]?.proposedAt ?? null }
}

async function presentRemovals(
  db: Db,
  { villageId, personId: readerId }: Actor,
  proposals: readonly RemovalProposal[],
): Promise<(z.infer<typeof waitingRemoval> & { personId: string })[]> {
  if (proposals.length === 0) return []
  const rights = await readRemovalRights(db, villageId, proposals, [readerId])
  const targets = proposals.flatMap(({ toHouseholdId }) => toHouseholdId ?? [])
  const households = await readHouseholds(db, villageId, targets)
  const names = await readPeopleNames(
    db,
    villageId,
    proposals.map(({ proposedBy }) => proposedBy),
  )
  return proposals.map((proposal) => ({
    personId: proposal.personId,
    removal: proposal.removal,
    to: shownPlace(households.get(proposal.toHouseholdId ?? '')),
    reason: proposal.reason,
    proposedAt: proposal.proposedAt.toISOString(),
    proposedByName: names.get(proposal.proposedBy) ?? null,
    isOwn: proposal.proposedBy === readerId,
    mayConfirm: rights.whyNotConfirming(proposal, readerId) === null,
    mayDrop: rights.whyNotDropping(proposal, readerId) === null,
  }))
}

function shownPlace(household: HouseholdBrief | undefined) {
  if (!household) return null
  const { householdId, groupName, houseNo } = household
  return { householdId, groupName, houseNo }
}
