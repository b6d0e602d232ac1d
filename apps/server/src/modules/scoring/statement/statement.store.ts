import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { ScoringTables } from '../ground/tables.ts'

const tables = (db: Db) => db.withTables<ScoringTables>()

export async function isDayClosed(db: Db, villageId: string, day: string): Promise<boolean> {
  const row = await tables(db)
    .selectFrom('closed_day')
    .select('day')
    .where('village_id', '=', villageId)
    .where('day', '>=', day)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The last closed day before a day, with its record. */
export async function selectClosedBefore(
  db: Db,
  villageId: string,
  day: string,
): Promise<{ readonly day: string; readonly recordId: string } | null> {
  const row = await tables(db)
    .selectFrom('closed_day')
    .select(['day', 'record_id'])
    .where('village_id', '=', villageId)
    .where('day', '<', day)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { day: row.day, recordId: row.record_id }
}

/** False when another server has closed the day meanwhile. */
export async function insertClosedDay(
  db: Db,
  villageId: string,
  row: { readonly day: string; readonly recordId: string; readonly closedAt: Date },
): Promise<boolean> {
  const result = await tables(db)
    .insertInto('closed_day')
    .values({
      village_id: villageId,
      day: row.day,
      record_id: row.recordId,
      closed_at: row.closedAt,
    })
    .onConflict((conflict) => conflict.columns(['village_id', 'day']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** The honour of one person for one household, as the log holds it, by when it was posted. */
export interface EarnedSums {
  readonly householdId: string
  readonly personId: string
  readonly allHundredths: number
  readonly yearHundredths: number
  readonly monthHundredths: number
  readonly monthBeforeHundredths: number
}

export interface PeriodStarts {
  readonly year: Date
  readonly month: Date
  readonly monthBefore: Date
}

/** Sums what entered the log before an instant; what was taken back counts when it was taken back. */
export async function selectEarnedSums(
  db: Db,
  villageId: string,
  before: Date,
  starts: PeriodStarts,
): Promise<EarnedSums[]> {
  const { rows } = await sql<SumsRow>`
    WITH posting AS (
      SELECT household_id, person_id, points_hundredths AS points, final_at AS posted_at
      FROM award WHERE village_id = ${villageId} AND entered_at < ${before}
      UNION ALL
      SELECT household_id, person_id, -points_hundredths, reversed_at
      FROM award WHERE village_id = ${villageId} AND entered_at < ${before} AND reversed_at < ${before}
    )
    SELECT household_id, person_id, sum(points)::bigint AS all_points,
      coalesce(sum(points) FILTER (WHERE posted_at >= ${starts.year}), 0)::bigint AS year_points,
      coalesce(sum(points) FILTER (WHERE posted_at >= ${starts.month}), 0)::bigint AS month_points,
      coalesce(sum(points) FILTER (WHERE posted_at >= ${starts.monthBefore}
        AND posted_at < ${starts.month}), 0)::bigint AS month_before_points
    FROM posting GROUP BY household_id, person_id
  `.execute(db)
  return rows.map((row) => ({
    householdId: row.household_id,
    personId: row.person_id,
    allHundredths: row.all_points,
    yearHundredths: row.year_points,
    monthHundredths: row.month_points,
    monthBeforeHundredths: row.month_before_points,
  }))
}

interface SumsRow {
  readonly household_id: string
  readonly person_id: string
  readonly all_points: number
  readonly year_points: number
  readonly month_points: number
  readonly month_before_points: number
}

export interface StatementTotals {
  readonly awardedHundredths: number
  readonly reversedHundredths: number
  /** Final before the instant, but waiting to be counted. */
  readonly uncountedHundredths: number
}

export async function selectTotals(
  db: Db,
  villageId: string,
  before: Date,
): Promise<StatementTotals> {
  const { rows } = await sql<{ awarded: number; reversed: number; uncounted: number }>`
    SELECT
      coalesce(sum(points_hundredths) FILTER (WHERE entered_at < ${before}), 0)::bigint AS awarded,
      coalesce(sum(points_hundredths)
        FILTER (WHERE entered_at < ${before} AND reversed_at < ${before}), 0)::bigint AS reversed,
      coalesce(sum(points_hundredths) FILTER (
        WHERE final_at < ${before} AND (entered_at IS NULL OR entered_at >= ${before})), 0)::bigint
        AS uncounted
    FROM award WHERE village_id = ${villageId}
  `.execute(db)
  const [row] = rows
  return {
    awardedHundredths: row?.awarded ?? 0,
    reversedHundredths: row?.reversed ?? 0,
    uncountedHundredths: row?.uncounted ?? 0,
  }
}
