import { z } from 'zod'
import type { HomePart } from '../../platform/contributions.ts'
import { readOwnRank } from './read-own-rank.ts'

/** The household's place this month. */
export const rankHome: HomePart<unknown> = {
  shows: {
    shape: {
      rank: z.object({
        rank: z.int().nullable(),
        pointsHundredths: z.int().meta({ description: 'Hundredths of a point' }),
        competitors: z.int(),
        change: z.int().nullable(),
      }),
    },
    read: async (_, { db, actor, now }) => {
      const question = { board: 'households', period: 'month', now } as const
      const { rank, pointsHundredths, competitors, change } = await readOwnRank(db, actor, question)
      return { rank: { rank, pointsHundredths, competitors, change } }
    },
  },
}
