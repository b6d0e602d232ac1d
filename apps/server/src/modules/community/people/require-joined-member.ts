import type { Db } from '../../../platform/database/database.ts'
import type { Tx } from '../../record/index.ts'
import { refuse } from '../refusals.ts'
import { selectMembership } from './household.store.ts'
import { readPeople } from './person.store.ts'

/**
 * The household of a person who takes part.
 * @throws Refusal 'household_not_joined' while the household has not opted in, 'unknown_person',
 *   'person_departed' of somebody who died or moved away
 */
export async function requireJoinedMember(
  tx: Pick<Tx, 'db' | 'villageId'>,
  personId: string,
): Promise<{ householdId: string }> {
  return requireJoined(tx, personId, { present: true })
}

/**
 * The household of a person for what they did before: it counts although they have died or moved away.
 * @throws Refusal 'household_not_joined' while the household has not opted in, 'unknown_person'
 */
export async function requireJoinedHousehold(
  tx: Pick<Tx, 'db' | 'villageId'>,
  personId: string,
): Promise<{ householdId: string }> {
  return requireJoined(tx, personId, { present: false })
}

async function requireJoined(
  tx: Pick<Tx, 'db' | 'villageId'>,
  personId: string,
  { present }: { readonly present: boolean },
): Promise<{ householdId: string }> {
  const membership = await selectMembership(tx.db, tx.villageId, personId)
  if (membership === null) throw refuse('unknown_person')
  if (present && membership.departed) throw refuse('person_departed')
  if (!membership.joined) throw refuse('household_not_joined')
  return { householdId: membership.householdId }
}

/** Whether two persons of the village live in one household; a person is in their own. */
export async function sameHousehold(
  db: Db,
  villageId: string,
  personId: string,
  otherPersonId: string,
): Promise<boolean> {
  const people = await readPeople(db, villageId, [personId, otherPersonId])
  const household = people.get(personId)?.householdId
  return household !== undefined && household === people.get(otherPersonId)?.householdId
}

/** Whether a person lives with any of these others; being one of them does not count. */
export async function sameHouseholdAsAny(
  db: Db,
  villageId: string,
  personId: string,
  otherPersonIds: readonly string[],
): Promise<boolean> {
  const people = await readPeople(db, villageId, [personId, ...otherPersonIds])
  const household = people.get(personId)?.householdId
  return otherPersonIds.some(
    (other) => other !== personId && people.get(other)?.householdId === household,
  )
}
