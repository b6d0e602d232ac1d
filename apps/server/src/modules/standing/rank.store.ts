import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import { LEVEL_BITS } from './levels.ts'
import type { ScoreKey } from './score.store.ts'

export interface RankRow {
  /** Null: is not on the board. */
  readonly pointsHundredths: number | null
  /** How many stand above these points, or above zero when not on the board. */
  readonly above: number
  /** How many stand at exactly these points. */
  readonly level: number
  readonly competitors: number
  /** How many stood above at the weekly mark; null when not on the board then. */
  readonly aboveAtMark: number | null
  readonly nextAboveHundredths: number | null
  readonly nextAboveCompetitors: number | null
  readonly nextBelowHundredths: number | null
}

interface Row {
  readonly points: number | null
  readonly above: number
  readonly level: number
  readonly competitors: number
  readonly above_at_mark: number | null
  readonly next_above: number | null
  readonly next_above_competitors: number | null
  readonly next_below: number | null
}

/** One competitor's place, from counts alone: one statement, so all figures are of one moment. */
export async function selectRank(db: Db, villageId: string, key: ScoreKey): Promise<RankRow> {
  const { board, period } = key
  const now = boardCounts('standing_count', villageId, board, period)
  const marked = boardCounts('standing_marked_count', villageId, board, period)
  const points = sql`(SELECT points FROM at)`
  const pointsAtMark = sql`(SELECT points_at_mark FROM mine)`
  const { rows } = await sql<Row>`
    WITH mine AS MATERIALIZED (
      SELECT points_hundredths AS points,
        CASE WHEN state.marked_on IS NULL THEN NULL
          WHEN score.marked_on = state.marked_on THEN score.marked_hundredths
          ELSE points_hundredths END AS points_at_mark
      FROM standing_score AS score
      LEFT JOIN standing_state AS state ON state.village_id = score.village_id
      WHERE score.village_id = ${villageId} AND board = ${board} AND period = ${period}
        AND competitor_id = ${key.competitorId}
    ), at AS MATERIALIZED (
      SELECT coalesce((SELECT points FROM mine), 0) AS points
    ), next_above AS MATERIALIZED (
      SELECT bucket, competitors FROM ${now} AND level = 0 AND bucket > ${points}
      ORDER BY bucket LIMIT 1
    )
    SELECT
      (SELECT points FROM mine) AS points,
      ${countAbove(now, points)} AS above,
      coalesce((SELECT competitors FROM ${now} AND level = 0 AND bucket = ${points}), 0) AS level,
      (SELECT coalesce(sum(competitors), 0) FROM ${now} AND level = 2) AS competitors,
      CASE WHEN ${pointsAtMark} IS NULL THEN NULL
        ELSE ${countAbove(marked, pointsAtMark)} END AS above_at_mark,
      (SELECT bucket FROM next_above) AS next_above,
      (SELECT competitors FROM next_above) AS next_above_competitors,
      (SELECT max(bucket) FROM ${now} AND level = 0 AND bucket < ${points}) AS next_below`.execute(
    db,
  )
  const [row] = rows
  if (!row) throw new Error('a statement without FROM gave no row')
  return {
    pointsHundredths: row.points,
    above: row.above,
    level: row.level,
    competitors: row.competitors,
    aboveAtMark: row.above_at_mark,
    nextAboveHundredths: row.next_above,
    nextAboveCompetitors: row.next_above_competitors,
    nextBelowHundredths: row.next_below,
  }
}

/** The counts of one board in one period; to be followed by `AND …`. */
export function boardCounts(
  table: 'standing_count' | 'standing_marked_count',
  villageId: string,
  board: string,
  period: string,
): RawBuilder<unknown> {
  return sql`${sql.table(table)} WHERE village_id = ${villageId} AND board = ${board}
    AND period = ${period}`
}

/**
 * How many of the counted competitors have more than these points: whole bands of the top level
 * above, then within each band the narrower ones above. Never a row for each competitor.
 */
export function countAbove(
  counts: RawBuilder<unknown>,
  points: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const bits = sql.lit(LEVEL_BITS)
  const [at1, at2] = [sql`(${points} >> ${bits})`, sql`(${points} >> (2 * ${bits}))`]
  return sql`(
    (SELECT coalesce(sum(competitors), 0) FROM ${counts} AND level = 2 AND bucket > ${at2})
    + (SELECT coalesce(sum(competitors), 0) FROM ${counts} AND level = 1
        AND bucket > ${at1} AND bucket < (${at2} + 1) << ${bits})
    + (SELECT coalesce(sum(competitors), 0) FROM ${counts} AND level = 0
        AND bucket > ${points} AND bucket < (${at1} + 1) << ${bits}))`
}
