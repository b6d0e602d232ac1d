import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import { waitingTogether, type InboxPart } from '../../../platform/contributions.ts'
import type { Db } from '../../../platform/database/database.ts'
import { readHousemates } from '../../community/index.ts'
import { keepers } from './policy.ts'
import { countSignOffs } from './sign-off.store.ts'

const SIGNED_WITHIN_HOURS = 24

/** Hand-overs and counts that wait for a second signature that the reader could give. */
export const shopInbox: InboxPart<unknown> = {
  kinds: ['shop_sign_off'],
  list: async (_, { db, actor }) => {
    if (!hasAnyRole(actor, keepers)) return []
    return waitingTogether('shop_sign_off', await countToSign(db, actor), signedBefore)
  },
}

const signedBefore = (oldestAt: Date) =>
  new Date(oldestAt.getTime() + SIGNED_WITHIN_HOURS * 3_600_000)

async function countToSign(db: Db, { villageId, personId }: Actor) {
  const { personIds, home } = await readHousemates(db, villageId, personId)
  return countSignOffs(db, villageId, personIds, home)
}
