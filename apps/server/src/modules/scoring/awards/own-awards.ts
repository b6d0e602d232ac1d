import { anyRows, type DataBankPart, type HomePart } from '../../../platform/contributions.ts'
import type { Scoring } from '../rules/index.ts'
import { countOwnAwards } from './award-sums.store.ts'
import { readAwardsOf } from './read-own-awards.ts'

export const ownAwards: DataBankPart<{ readonly scoring: Scoring }> = {
  shape: { awards: anyRows },
  read: async ({ scoring }, { db, actor: { villageId, personId }, language }) => ({
    awards: await readAwardsOf(db, scoring, villageId, personId, language),
  }),
}

/** What of one's own is on notice. */
export const awardsHome: HomePart<unknown> = {
  waiting: {
    kinds: { awards_on_notice: 50 },
    list: async (_, { db, actor }) => {
      const count =
        (await countOwnAwards(db, actor.villageId, actor.personId)).get('on_notice') ?? 0
      return count === 0
        ? []
        : [{ kind: 'awards_on_notice', id: null, title: null, at: null, count }]
    },
  },
}
