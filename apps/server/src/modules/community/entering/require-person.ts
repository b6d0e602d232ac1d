import type { Actor } from '../../../platform/actor.ts'
import type { Tx } from '../../record/index.ts'
import { refuse } from '../refusals.ts'
import { selectEnteredPerson, type EnteredPerson } from './entering.store.ts'
import { requireOtherHousehold } from './place.ts'

/**
 * The entry that an actor may change: of somebody of another household who is not erased.
 * @throws Refusal 'unknown_person', 'own_household_entry'
 */
export async function requireEntry(
  tx: Tx,
  actor: Actor,
  personId: string,
): Promise<EnteredPerson & { readonly name: string }> {
  const person = await selectEnteredPerson(tx.db, tx.villageId, personId)
  const { name = null } = person ?? {}
  if (person === null || name === null) throw refuse('unknown_person')
  if (personId === actor.personId) throw refuse('own_household_entry')
  await requireOtherHousehold(tx, actor, person.householdId)
  return { ...person, name }
}

/**
 * As `requireEntry`, of somebody who takes part.
 * @throws Refusal also 'person_departed'
 */
export async function requirePresentEntry(tx: Tx, actor: Actor, personId: string) {
  const person = await requireEntry(tx, actor, personId)
  if (person.departedAs !== null) throw refuse('person_departed')
  return person
}
