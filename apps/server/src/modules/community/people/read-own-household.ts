import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database/database.ts'
import { selectMembers } from '../roster/roster-list.store.ts'
import { readHouseholds } from './household.store.ts'

/**
 * Who lives in the reader's own household, the first entered first; the erased and departed are left out. Names
 * only: what else is held about each is theirs to see.
 */
export async function readOwnHousehold(
  database: Database,
  { villageId, householdId }: Pick<Actor, 'villageId' | 'householdId'>,
): Promise<{ people: { personId: string; name: string; isHead: boolean }[] }> {
  if (householdId === null) return { people: [] }
  return database.inVillage(villageId, async (db) => {
    const household = (await readHouseholds(db, villageId, [householdId])).get(householdId)
    const members = await selectMembers(db, villageId, householdId)
    return {
      people: members.flatMap(({ personId, name, departedAs }) =>
        name === null || departedAs !== null
          ? []
          : [{ personId, name, isHead: personId === household?.headPersonId }],
      ),
    }
  })
}
