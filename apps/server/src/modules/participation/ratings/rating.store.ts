import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { ParticipationTables } from '../ground/tables.ts'

type RatingTable = ParticipationTables['rating']

const tables = (db: Db) => db.withTables<ParticipationTables>()

export interface RatingRow {
  readonly villageId: string
  readonly ratingId: string
  readonly subjectId: string
  readonly raterId: string
  readonly stars: number
  readonly words: string | null
  readonly photoFileId: string | null
  /** The civil day on which it counts. */
  readonly ratedOn: string
  readonly ratedAt: Date
  readonly recordedAt: Date
}

/** How many raters' latest ratings give one to five stars, in that order. */
export type StarCounts = readonly [number, number, number, number, number]

/**
 * Keeps a rating and counts the subject's stars with it, in one statement; null when this person
 * has rated this subject on that day already.
 */
export async function insertRating(db: Db, row: RatingRow): Promise<StarCounts | null> {
  const { rows } = await sql<StarRow & { inserted: number }>`
    with given as (
      insert into rating (village_id, rating_id, subject_id, rater_id, stars, words, photo_file_id, rated_on, rated_at, recorded_at)
      values (${row.villageId}, ${row.ratingId}, ${row.subjectId}, ${row.raterId}, ${row.stars}, ${row.words},
        ${row.photoFileId}, ${row.ratedOn}, ${row.ratedAt}, ${row.recordedAt})
      on conflict (village_id, subject_id, rater_id, rated_on) do nothing
      returning rater_id, rated_on, stars
    ), latest as (
      select distinct on (rater_id) stars
      from (
        select rater_id, rated_on, stars from rating
        where village_id = ${row.villageId} and subject_id = ${row.subjectId}
        union all
        select rater_id, rated_on, stars from given
      ) as every_one
      order by rater_id, rated_on desc
    )
    select ${starColumns}, (select count(*) from given) as inserted from latest`.execute(db)
  const [counted] = rows
  return counted && counted.inserted > 0 ? toCounts(counted) : null
}

interface StarRow {
  one: number
  two: number
  three: number
  four: number
  five: number
}

const starColumns = sql`count(*) filter (where stars = 1) as one, count(*) filter (where stars = 2) as two,
  count(*) filter (where stars = 3) as three, count(*) filter (where stars = 4) as four,
  count(*) filter (where stars = 5) as five`

const toCounts = (row: StarRow): StarCounts => [row.one, row.two, row.three, row.four, row.five]

/** The latest rating of each rater of a subject, counted by stars. */
export async function countStars(
  db: Db,
  villageId: string,
  subjectId: string,
): Promise<StarCounts> {
  const { rows } = await sql<StarRow>`
    select ${starColumns} from (
      select distinct on (rater_id) stars from rating
      where village_id = ${villageId} and subject_id = ${subjectId}
      order by rater_id, rated_on desc
    ) as latest`.execute(db)
  const [counted] = rows
  return counted ? toCounts(counted) : [0, 0, 0, 0, 0]
}

export interface ShownRating {
  readonly stars: number
  readonly words: string | null
  readonly photoFileId: string | null
  readonly ratedOn: string
}

const shownColumns = ['stars', 'words', 'photo_file_id', 'rated_on'] as const

function toShown(row: Pick<RatingTable, (typeof shownColumns)[number]>): ShownRating {
  const { stars, words, photo_file_id: photoFileId, rated_on: ratedOn } = row
  return { stars, words, photoFileId, ratedOn }
}

/** The last ratings of a subject, newest first, without their raters. */
export async function selectRecentRatings(
  db: Db,
  villageId: string,
  subjectId: string,
  limit: number,
): Promise<ShownRating[]> {
  const rows = await tables(db)
    .selectFrom('rating')
    .select(shownColumns)
    .where('village_id', '=', villageId)
    .where('subject_id', '=', subjectId)
    .orderBy('rated_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toShown)
}

/** A person's latest rating of a subject; null when there is none. */
export async function selectLatestRatingBy(
  db: Db,
  villageId: string,
  subjectId: string,
  raterId: string,
): Promise<ShownRating | null> {
  const row = await tables(db)
    .selectFrom('rating')
    .select(shownColumns)
    .where('village_id', '=', villageId)
    .where('subject_id', '=', subjectId)
    .where('rater_id', '=', raterId)
    .orderBy('rated_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toShown(row) : null
}

export interface OwnRating extends RatingRow {
  /** False once the same person rated the same subject on a later day. */
  readonly counts: boolean
}

/** A person's ratings, newest first, after a position. */
export async function selectRatingsBy(
  db: Db,
  villageId: string,
  raterId: string,
  page: { readonly after: { ratedAt: Date; ratingId: string } | null; readonly limit: number },
): Promise<OwnRating[]> {
  let query = tables(db)
    .selectFrom('rating')
    .selectAll()
    .select((select) =>
      select
        .not(
          select.exists(
            select
              .selectFrom('rating as later')
              .select('later.rating_id')
              .whereRef('later.village_id', '=', 'rating.village_id')
              .whereRef('later.subject_id', '=', 'rating.subject_id')
              .whereRef('later.rater_id', '=', 'rating.rater_id')
              .whereRef('later.rated_on', '>', 'rating.rated_on'),
          ),
        )
        .as('counts'),
    )
    .where('rating.village_id', '=', villageId)
    .where('rating.rater_id', '=', raterId)
  if (page.after)
    query = query.where(
      sql<boolean>`(rating.rated_at, rating.rating_id) < (${page.after.ratedAt}, ${page.after.ratingId})`,
    )
  const rows = await query
    .orderBy('rating.rated_at', 'desc')
    .orderBy('rating.rating_id', 'desc')
    .limit(page.limit)
    .execute()
  return rows.map((row) => ({
    villageId: row.village_id,
    ratingId: row.rating_id,
    subjectId: row.subject_id,
    raterId: row.rater_id,
    stars: row.stars,
    words: row.words,
    photoFileId: row.photo_file_id,
    ratedOn: row.rated_on,
    ratedAt: row.rated_at,
    recordedAt: row.recorded_at,
    counts: Boolean(row.counts),
  }))
}

/** Removes the words and photos of a person who asked to be forgotten; the stars stay. */
export async function clearRatingWords(db: Db, villageId: string, raterId: string): Promise<void> {
  await tables(db)
    .updateTable('rating')
    .set({ words: null, photo_file_id: null })
    .where('village_id', '=', villageId)
    .where('rater_id', '=', raterId)
    .execute()
}
