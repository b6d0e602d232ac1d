import type { HomePart } from '../../../platform/contributions.ts'
import { readLatestNotices } from './read-notices.ts'

const MOST = 2

export const noticesHome: HomePart<unknown> = {
  news: {
    kinds: ['notice'],
    list: async (_, { db, actor }) => {
      const notices = await readLatestNotices(db, actor.villageId, MOST)
      return notices.map(({ noticeId, publishedAt }) => ({
        kind: 'notice',
        id: noticeId,
        title: null,
        at: publishedAt.toISOString(),
      }))
    },
  },
}
