import { z } from 'zod'
import { anyRows, type DataBankPart } from '../../../platform/contributions.ts'
import { readOwnRatings } from './read-own-ratings.ts'

export const ownRatings: DataBankPart<unknown> = {
  shape: { ratings: anyRows, ratingStyle: z.looseObject({}).nullable() },
  counted: { ratings: { zh: '我评过的星', en: 'Ratings that I gave' } },
  read: (_, { db, actor }) => readOwnRatings(db, actor.villageId, actor.personId),
}
