import { z } from 'zod'
import type { HomePart } from '../../../platform/contributions.ts'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { readHouseholds } from './household.store.ts'
import { countUnreadMessages } from './personal-data.store.ts'

/** Whether the household takes part, and what was written to the person. */
export const memberHome: HomePart<unknown> = {
  shows: {
    shape: { household: z.object({ joined: z.boolean() }) },
    read: async (_, { db, actor }) => ({ household: { joined: await hasJoined(db, actor) } }),
  },
  waiting: {
    kinds: { join_household: 0, messages: 60 },
    list: async (_, { db, actor }) => {
      const alone = { id: null, title: null, at: null }
      const unread = await countUnreadMessages(db, actor.villageId, actor.personId)
      return [
        ...((await hasJoined(db, actor)) ? [] : [{ ...alone, kind: 'join_household', count: 1 }]),
        ...(unread > 0 ? [{ ...alone, kind: 'messages', count: unread }] : []),
      ]
    },
  },
}

async function hasJoined(db: Db, { villageId, householdId }: Actor): Promise<boolean> {
  if (householdId === null) return false
  return (await readHouseholds(db, villageId, [householdId])).get(householdId)?.joined ?? false
}
