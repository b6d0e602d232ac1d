import type { Actor } from '../../../platform/actor.ts'
import type { z } from 'zod'
import type { Database } from '../../../platform/database/database.ts'
import { readLeave } from '../consent/read-leave.ts'
import type { ownHousehold } from '../consent/schema.ts'
import { selectMembers } from '../roster/roster-list.store.ts'
import { readHouseholds } from './household.store.ts'

/**
 * Who lives in the reader's own household, the first entered first; the erased and departed are left out. Names
 * only: what else is held about each is theirs to see. And that a cadre entered that it leaves.
 */
export async function readOwnHousehold(
  database: Database,
  actor: Pick<Actor, 'villageId' | 'householdId' | 'personId'>,
): Promise<z.infer<typeof ownHousehold>> {
  const { villageId, householdId } = actor
  if (householdId === null) return { people: [], leaving: null }
  return database.inVillage(villageId, async (db) => {
    const household = (await readHouseholds(db, villageId, [householdId])).get(householdId)
    const members = await selectMembers(db, villageId, householdId)
    return {
      people: members.flatMap(({ personId, name, departedAs }) =>
        name === null || departedAs !== null
          ? []
          : [{ personId, name, isHead: personId === household?.headPersonId }],
      ),
      leaving: await readLeave(db, actor, householdId),
    }
  })
}
