import type { z } from 'zod'
import type { Actor } from '../../../platform/actor.ts'
import { readRemovalOf } from '../erasure/read-removals.ts'
import { readHouseholds } from '../people/household.store.ts'
import { areKin } from '../people/kin.ts'
import { noteAccess } from '../people/note-access.ts'
import { requireSeesGroup } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { selectGrants } from '../roles/role.store.ts'
import type { RosterReading } from '../roster/read-household.ts'
import { maskPhone } from '../sign-in/phone-number.ts'
import { selectEnteredPerson } from './entering.store.ts'
import type { personView } from './schema.ts'

/**
 * A person as the roster has them, and what waits to be confirmed. They can see later who looked.
 * @throws Refusal 'unknown_person', 'not_own_group'
 */
export async function readPerson(
  parts: RosterReading,
  actor: Actor,
  personId: string,
): Promise<z.infer<typeof personView>> {
  const { villageId } = actor
  return parts.database.inVillage(villageId, async (db) => {
    const person = await selectEnteredPerson(db, villageId, personId)
    if (person === null || person.name === null) throw refuse('unknown_person')
    const { householdId, name } = person
    const household = (await readHouseholds(db, villageId, [householdId])).get(householdId)
    if (!household) throw refuse('unknown_person')
    requireSeesGroup(actor, household.groupNo)
    const grants = await selectGrants(db, villageId, [personId])
    const at = { db, villageId, now: parts.clock.now(), newId: parts.newId }
    await noteAccess(at, actor.personId, [personId], 'roster')
    const { groupNo, groupName, houseNo, joined } = household
    return {
      personId,
      name,
      phoneMasked: person.phone === null ? null : maskPhone(person.phone),
      idLast4: person.idLast4,
      birthYear: person.birthYear,
      roles: grants.map(({ role }) => role),
      isHead: household.headPersonId === personId,
      isOwnHousehold: await areKin(db, villageId, actor.personId, [personId]),
      departedAs: person.departedAs,
      departedAt: person.departedAt?.toISOString() ?? null,
      household: { householdId, groupNo, groupName, houseNo, joined },
      removal: await readRemovalOf(db, actor, personId, at.now),
    }
  })
}
