import type { Actor } from '../../../platform/actor.ts'
import type { Tx } from '../../record/index.ts'
import { refuse } from '../refusals.ts'
import { selectMembership } from './household.store.ts'

/**
 * The household of a person who takes part. `reader` is told of a refusal: of their own household, or
 * that it is another's.
 * @throws Refusal 'household_not_joined' while the household has not opted in,
 *   'other_household_not_joined' when it is not the reader's, 'unknown_person', 'person_departed' of
 *   somebody who died or moved away
 */
export async function requireJoinedMember(
  tx: Pick<Tx, 'db' | 'villageId'>,
  personId: string,
  reader: Pick<Actor, 'householdId'>,
): Promise<{ householdId: string }> {
  return requireJoined(tx, personId, { present: true, reader })
}

/**
 * The household of another person for what they did before: it counts although they have died or moved
 * away.
 * @throws Refusal 'other_household_not_joined' while the household has not opted in, 'unknown_person'
 */
export async function requireJoinedHousehold(
  tx: Pick<Tx, 'db' | 'villageId'>,
  personId: string,
): Promise<{ householdId: string }> {
  return requireJoined(tx, personId, { present: false, reader: null })
}

async function requireJoined(
  tx: Pick<Tx, 'db' | 'villageId'>,
  personId: string,
  about: { readonly present: boolean; readonly reader: Pick<Actor, 'householdId'> | null },
): Promise<{ householdId: string }> {
  const membership = await selectMembership(tx.db, tx.villageId, personId)
  if (membership === null) throw refuse('unknown_person')
  if (about.present && membership.departed) throw refuse('person_departed')
  const { householdId, joined } = membership
  if (joined) return { householdId }
  throw refuse(
    householdId === about.reader?.householdId
      ? 'household_not_joined'
      : 'other_household_not_joined',
  )
}
