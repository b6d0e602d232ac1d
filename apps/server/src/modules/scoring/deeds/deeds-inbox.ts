import { instantAfterDays } from '@azalea/text'
import { hasAnyRole } from '../../../platform/actor.ts'
import { waitingTogether, type InboxPart } from '../../../platform/contributions.ts'
import { readHousemates } from '../../community/index.ts'
import { countDeedsToDecide } from './deed.store.ts'

const WITHIN_DAYS = 7

export const deedsInbox: InboxPart<unknown> = {
  kinds: ['deed_to_decide'],
  list: async (_, { db, actor }) => {
    if (!hasAnyRole(actor, ['committee'])) return []
    const kin = await readHousemates(db, actor.villageId, actor.personId)
    const deeds = await countDeedsToDecide(db, actor.villageId, kin)
    return waitingTogether('deed_to_decide', deeds, (from) => instantAfterDays(from, WITHIN_DAYS))
  },
}
