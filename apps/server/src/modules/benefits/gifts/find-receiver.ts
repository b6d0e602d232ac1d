import type { Db } from '../../../platform/database/database.ts'
import type { Actor } from '../../../platform/actor.ts'
import { findPeopleNamed, readHouseholds, requireJoinedMember } from '../../community/index.ts'
import type { ShopReaders } from '../shop/parts.ts'
import { refuse } from './refusals.ts'

/** Somebody of the household that is meant. */
export interface NamedReceiver {
  readonly name: string
  readonly groupNo: number
}

/**
 * The household that a giver means, by somebody's name and group.
 * @throws Refusal 'gift_receiver_unknown', 'gift_receiver_ambiguous', 'gift_to_own_household',
 *   'other_household_not_joined'
 */
export async function findReceiver(
  at: { readonly db: Db; readonly villageId: string },
  giver: Pick<Actor, 'householdId'>,
  { name, groupNo }: NamedReceiver,
): Promise<{ readonly personId: string; readonly householdId: string }> {
  const [found, other] = await findPeopleNamed(at.db, at.villageId, { name, groupNo })
  if (found === undefined) throw refuse('gift_receiver_unknown', { name })
  if (other !== undefined && other.householdId !== found.householdId)
    throw refuse('gift_receiver_ambiguous', { name })
  if (found.householdId === giver.householdId) throw refuse('gift_to_own_household')
  await requireJoinedMember(at, found.personId, giver)
  return found
}

/** What a giver is shown of that household before giving. */
export async function readReceiver(
  { database }: Pick<ShopReaders, 'database'>,
  actor: Actor,
  receiver: NamedReceiver,
) {
  const { villageId } = actor
  return database.inVillage(villageId, async (db) => {
    const { householdId } = await findReceiver({ db, villageId }, actor, receiver)
    const household = (await readHouseholds(db, villageId, [householdId])).get(householdId)
    return { groupName: household?.groupName ?? '', houseNo: household?.houseNo ?? null }
  })
}
