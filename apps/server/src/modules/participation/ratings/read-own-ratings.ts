import type { Db } from '../../../platform/database/database.ts'
import { readSubjects } from '../../community/index.ts'
import { selectEstimates } from './fair-scores/estimate.store.ts'
import { selectRatingsBy } from './rating.store.ts'

const EVERY = 100_000

/** What a person rated, and what the last fit says of their ratings, for their data bank: plain JSON. */
export async function readOwnRatings(db: Db, villageId: string, personId: string) {
  const ratings = await selectRatingsBy(db, villageId, personId, { after: null, limit: EVERY })
  const ids = [...new Set(ratings.map(({ subjectId }) => subjectId))]
  const subjects = await readSubjects(db, villageId, ids)
  const style = (await selectEstimates(db, villageId, [personId])).get(personId) ?? null
  return {
    ratings: ratings.map(({ ratingId, subjectId, stars, words, photoFileId, ratedAt, counts }) => ({
      ratingId,
      label: subjects.get(subjectId)?.label ?? null,
      stars,
      words,
      photoFileId,
      ratedAt: ratedAt.toISOString(),
      counts,
    })),
    ratingStyle: style && {
      severityHundredths: Math.round(style.severity * 100),
      consistencyPermille: style.consistencyPermille,
      trustPermille: style.trustPermille,
      ratings: style.ratings,
      inRing: style.ring !== null,
    },
  }
}
