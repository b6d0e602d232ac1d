import { instantAfterDays } from '@azalea/text'
import { hasAnyRole } from '../../../platform/actor.ts'
import { waitingTogether, type InboxPart } from '../../../platform/contributions.ts'
import { readHousemates } from '../../community/index.ts'
import { countAwardsToPublish } from './notice.store.ts'

const WITHIN_DAYS = 7

export const noticesInbox: InboxPart<unknown> = {
  kinds: ['awards_to_publish'],
  list: async (_, { db, actor }) => {
    if (!hasAnyRole(actor, ['committee'])) return []
    const kin = await readHousemates(db, actor.villageId, actor.personId)
    const awards = await countAwardsToPublish(db, actor.villageId, kin)
    return waitingTogether('awards_to_publish', awards, (from) =>
      instantAfterDays(from, WITHIN_DAYS),
    )
  },
}
