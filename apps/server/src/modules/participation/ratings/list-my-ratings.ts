import { z } from 'zod'
import { decodeCursor, encodeCursor } from '../../../platform/http/cursor.ts'
import { readSubjects } from '../../community/index.ts'
import type { PageOf } from '../activities/index.ts'
import { selectRatingsBy } from './rating.store.ts'
import type { Reader, Readers } from '../ground/readers.ts'

const position = z.tuple([z.iso.datetime(), z.uuid()])

/** A page of the reader's own ratings, newest first. */
export async function listMyRatings(
  { database }: Pick<Readers, 'database'>,
  { actor }: Pick<Reader, 'actor'>,
  { cursor, limit }: PageOf,
) {
  const { villageId, personId } = actor
  const list = `my-ratings ${villageId} ${personId}`
  const mark = decodeCursor(list, cursor, position)
  return database.inVillage(villageId, async (db) => {
    const after = mark && { ratedAt: new Date(mark[0]), ratingId: mark[1] }
    const found = await selectRatingsBy(db, villageId, personId, { after, limit: limit + 1 })
    const shown = found.slice(0, limit)
    const ids = [...new Set(shown.map(({ subjectId }) => subjectId))]
    const subjects = await readSubjects(db, villageId, ids)
    const last = shown.at(-1)
    return {
      items: shown.map(({ ratingId, subjectId, stars, words, photoFileId, ratedOn, counts }) => ({
        ratingId,
        subjectId,
        label: subjects.get(subjectId)?.label ?? '',
        kind: subjects.get(subjectId)?.kind ?? null,
        stars,
        words,
        photoFileId,
        ratedOn,
        counts,
      })),
      nextCursor:
        found.length > limit && last
          ? encodeCursor(list, [last.ratedAt.toISOString(), last.ratingId])
          : null,
    }
  })
}
