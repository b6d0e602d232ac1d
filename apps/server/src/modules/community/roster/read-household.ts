import type { Actor } from '../../../platform/actor.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { NewId } from '../../../platform/identity.ts'
import { selectConsents } from '../consent/consent.store.ts'
import { readLeave } from '../consent/read-leave.ts'
import { readHouseholds } from '../people/household.store.ts'
import { noteAccess } from '../people/note-access.ts'
import { readPeopleNames } from '../people/person.store.ts'
import { requireSeesGroup } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { selectGrants } from '../roles/role.store.ts'
import { maskPhone } from '../sign-in/phone-number.ts'
import { selectMembers } from './roster-list.store.ts'

export interface RosterReading {
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
}

/**
 * A household with its people and its consents. Everyone in it can see later who looked.
 * @throws Refusal 'unknown_household', 'not_own_group'
 */
export async function readHousehold(parts: RosterReading, actor: Actor, householdId: string) {
  const { villageId } = actor
  return parts.database.inVillage(villageId, async (db) => {
    const household = (await readHouseholds(db, villageId, [householdId])).get(householdId)
    if (!household) throw refuse('unknown_household')
    requireSeesGroup(actor, household.groupNo)
    const members = await selectMembers(db, villageId, householdId)
    const personIds = members.map(({ personId }) => personId)
    const grants = await selectGrants(db, villageId, personIds)
    const consents = await selectConsents(db, villageId, householdId)
    const names = await readPeopleNames(
      db,
      villageId,
      consents.flatMap(({ givenBy, recordedBy }) => [givenBy, recordedBy]),
    )
    const at = { db, villageId, now: parts.clock.now(), newId: parts.newId }
    await noteAccess(at, actor.personId, personIds, 'roster')
    return {
      householdId,
      houseNo: household.houseNo,
      groupNo: household.groupNo,
      groupName: household.groupName,
      headName: household.headName,
      hasHead: household.headPersonId !== null,
      isOffice: household.isOffice,
      joined: household.joined,
      people: members.map(({ personId, name, phone, idLast4, birthYear, departedAs }) => ({
        personId,
        name,
        phoneMasked: phone === null ? null : maskPhone(phone),
        idLast4,
        birthYear,
        departedAs,
        isHead: personId === household.headPersonId,
        roles: grants.filter((grant) => grant.personId === personId).map(({ role }) => role),
      })),
      consents: consents.map((consent) => ({
        decision: consent.decision,
        decidedAt: consent.decidedAt.toISOString(),
        givenByName: names.get(consent.givenBy) ?? null,
        recordedByName: names.get(consent.recordedBy) ?? null,
      })),
      leaving: await readLeave(db, actor, householdId),
    }
  })
}
