import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { Level } from './levels.ts'
import type { Board, StandingTables } from './tables.ts'

/** One competitor on one board in one period. */
export interface ScoreKey {
  readonly board: Board
  readonly period: string
  readonly competitorId: string
}

export interface Score extends ScoreKey {
  readonly pointsHundredths: number
  /** How many postings make up the points; a competitor with none is on no board. */
  readonly postings: number
  readonly markedOn: string | null
  readonly markedHundredths: number | null
}

/** A change in how many competitors stand in a bucket of the counts. */
export interface CountChange {
  readonly board: Board
  readonly period: string
  readonly level: Level
  readonly bucket: number
  readonly competitors: number
}

export async function selectScores(
  db: Db,
  villageId: string,
  keys: readonly ScoreKey[],
): Promise<Score[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<StandingTables['standing_score']>`
    SELECT score.* FROM unnest(
      ${keys.map((key) => key.board)}::text[],
      ${keys.map((key) => key.period)}::text[],
      ${keys.map((key) => key.competitorId)}::text[]) AS wanted (board, period, competitor_id)
    JOIN standing_score AS score ON score.village_id = ${villageId}
      AND score.board = wanted.board AND score.period = wanted.period
      AND score.competitor_id = wanted.competitor_id`.execute(db)
  return rows.map(fromRow)
}

/** The scores of these households in every period. */
export async function selectHouseholdScores(
  db: Db,
  villageId: string,
  householdIds: readonly string[],
): Promise<Score[]> {
  if (householdIds.length === 0) return []
  const { rows } = await sql<StandingTables['standing_score']>`
    SELECT standing_score.* FROM standing_score
    WHERE village_id = ${villageId} AND board = 'household'
      AND period IN (SELECT period FROM standing_count
        WHERE village_id = ${villageId} AND board = 'household' AND level = 2)
      AND competitor_id = any(${[...householdIds]}::text[])`.execute(db)
  return rows.map(fromRow)
}

export async function upsertScores(
  db: Db,
  villageId: string,
  scores: readonly Score[],
): Promise<void> {
  if (scores.length === 0) return
  await sql`
    INSERT INTO standing_score (village_id, board, period, competitor_id,
      points_hundredths, postings, marked_on, marked_hundredths)
    SELECT ${villageId}::text, * FROM unnest(
      ${scores.map((score) => score.board)}::text[],
      ${scores.map((score) => score.period)}::text[],
      ${scores.map((score) => score.competitorId)}::text[],
      ${scores.map((score) => score.pointsHundredths)}::bigint[],
      ${scores.map((score) => score.postings)}::integer[],
      ${scores.map((score) => score.markedOn)}::date[],
      ${scores.map((score) => score.markedHundredths)}::bigint[])
    ON CONFLICT (village_id, board, period, competitor_id) DO UPDATE
    SET points_hundredths = excluded.points_hundredths, postings = excluded.postings,
      marked_on = excluded.marked_on, marked_hundredths = excluded.marked_hundredths`.execute(db)
}

export async function deleteScores(
  db: Db,
  villageId: string,
  keys: readonly ScoreKey[],
): Promise<void> {
  if (keys.length === 0) return
  await sql`
    DELETE FROM standing_score USING unnest(
      ${keys.map((key) => key.board)}::text[],
      ${keys.map((key) => key.period)}::text[],
      ${keys.map((key) => key.competitorId)}::text[]) AS gone (board, period, competitor_id)
    WHERE village_id = ${villageId} AND standing_score.board = gone.board
      AND standing_score.period = gone.period
      AND standing_score.competitor_id = gone.competitor_id`.execute(db)
}

/**
 * Applies changes to the counts and removes buckets that became empty.
 * @throws Error when a bucket would hold fewer than none: the counts no longer fit the scores
 */
export async function applyCountChanges(
  db: Db,
  villageId: string,
  changes: readonly CountChange[],
): Promise<void> {
  if (changes.length === 0) return
  const { rows } = await sql<{ competitors: number }>`
    INSERT INTO standing_count (village_id, board, period, level, bucket, competitors)
    SELECT ${villageId}::text, * FROM unnest(
      ${changes.map((change) => change.board)}::text[],
      ${changes.map((change) => change.period)}::text[],
      ${changes.map((change) => change.level)}::smallint[],
      ${changes.map((change) => change.bucket)}::bigint[],
      ${changes.map((change) => change.competitors)}::integer[])
    ON CONFLICT (village_id, board, period, level, bucket) DO UPDATE
    SET competitors = standing_count.competitors + excluded.competitors
    RETURNING competitors`.execute(db)
  if (rows.some((row) => row.competitors < 0))
    throw new Error(`the counts of the boards of village ${villageId} do not fit its scores`)
  if (rows.some((row) => row.competitors === 0)) await deleteEmptyBuckets(db, villageId, changes)
}

async function deleteEmptyBuckets(db: Db, villageId: string, changes: readonly CountChange[]) {
  await sql`
    DELETE FROM standing_count USING unnest(
      ${changes.map((change) => change.board)}::text[],
      ${changes.map((change) => change.period)}::text[],
      ${changes.map((change) => change.level)}::smallint[],
      ${changes.map((change) => change.bucket)}::bigint[]) AS changed (board, period, level, bucket)
    WHERE village_id = ${villageId} AND competitors = 0
      AND standing_count.board = changed.board AND standing_count.period = changed.period
      AND standing_count.level = changed.level AND standing_count.bucket = changed.bucket`.execute(
    db,
  )
}

function fromRow(row: StandingTables['standing_score']): Score {
  return {
    board: row.board,
    period: row.period,
    competitorId: row.competitor_id,
    pointsHundredths: row.points_hundredths,
    postings: row.postings,
    markedOn: row.marked_on,
    markedHundredths: row.marked_hundredths,
  }
}
