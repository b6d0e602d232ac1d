import type { Db } from '../../../platform/database/database.ts'
import { readHomeOf } from './household.store.ts'

/** Whether two persons are one household's; a person is their own kin. */
export type Kinship = (personId: string, otherId: string) => boolean

/**
 * Kin, among these persons: who lives in one household. Those who founded the village share its
 * office's household, which is nobody's home and makes nobody kin.
 */
export async function readKinship(
  db: Db,
  villageId: string,
  personIds: readonly string[],
): Promise<Kinship> {
  const homes = await readHomeOf(db, villageId, personIds)
  return (personId, otherId) => {
    const home = homes.get(personId)
    return personId === otherId || (home !== undefined && home === homes.get(otherId))
  }
}

/** Whether a person is one of these, or kin of any. */
export async function areKin(
  db: Db,
  villageId: string,
  personId: string,
  otherIds: readonly string[],
): Promise<boolean> {
  const kinship = await readKinship(db, villageId, [personId, ...otherIds])
  return otherIds.some((otherId) => kinship(personId, otherId))
}
