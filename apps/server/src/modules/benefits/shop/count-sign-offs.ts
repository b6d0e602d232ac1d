import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { readHousemates } from '../../community/index.ts'
import { countSignOffs } from './sign-off.store.ts'

/** What waits for a second signature that this person could give. */
export async function countToSign(db: Db, { villageId, personId }: Actor) {
  const { personIds, home } = await readHousemates(db, villageId, personId)
  return countSignOffs(db, villageId, personIds, home)
}
