import type { Db } from '../../platform/database/database.ts'
import { selectUnevenQueues } from './turns/turn.store.ts'

/** Names queues whose parts do not come to what there was. */
export async function checkQueues(db: Db, villageId: string) {
  const uneven = await selectUnevenQueues(db, villageId)
  return uneven.map((offerId) => ({ villageId, offerId, problem: 'queue_uneven' }))
}
