import { CompiledQuery } from 'kysely'
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

const NOW = countsOf('standing_count')
const POINTS = '(SELECT points FROM at)'
const POINTS_AT_MARK = '(SELECT points_at_mark FROM mine)'

/** Of $1 village, $2 board, $3 period and $4 competitor. Built once: it is asked on every visit. */
const RANK = `
  WITH mine AS MATERIALIZED (
    SELECT points_hundredths AS points,
      CASE WHEN state.marked_on IS NULL THEN NULL
        WHEN score.marked_on = state.marked_on THEN score.marked_hundredths
        ELSE points_hundredths END AS points_at_mark
    FROM standing_score AS score
    LEFT JOIN standing_state AS state ON state.village_id = score.village_id
    WHERE score.village_id = $1 AND board = $2 AND period = $3 AND competitor_id = $4
  ), at AS MATERIALIZED (
    SELECT coalesce((SELECT points FROM mine), 0) AS points
  ), next_above AS MATERIALIZED (
    SELECT bucket, competitors FROM ${NOW} AND level = 0 AND bucket > ${POINTS}
    ORDER BY bucket LIMIT 1
  )
  SELECT
    (SELECT points FROM mine) AS points,
    ${countAbove(NOW, POINTS)} AS above,
    coalesce((SELECT competitors FROM ${NOW} AND level = 0 AND bucket = ${POINTS}), 0) AS level,
    (SELECT coalesce(sum(competitors), 0) FROM ${NOW} AND level = 2) AS competitors,
    CASE WHEN ${POINTS_AT_MARK} IS NULL THEN NULL
      ELSE ${countAbove(countsOf('standing_marked_count'), POINTS_AT_MARK)} END AS above_at_mark,
    (SELECT bucket FROM next_above) AS next_above,
    (SELECT competitors FROM next_above) AS next_above_competitors,
    (SELECT max(bucket) FROM ${NOW} AND level = 0 AND bucket < ${POINTS}) AS next_below`

/** One competitor's place, from counts alone: one statement, so all figures are of one moment. */
export async function selectRank(db: Db, villageId: string, key: ScoreKey): Promise<RankRow> {
  const parameters = [villageId, key.board, key.period, key.competitorId]
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(RANK, parameters))
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

/** The counts of $1 village, $2 board and $3 period; to be followed by `AND …`. */
export function countsOf(table: 'standing_count' | 'standing_marked_count'): string {
  return `${table} WHERE village_id = $1 AND board = $2 AND period = $3`
}

/**
 * SQL for how many of the counted competitors have more than these points: whole bands of the top
 * level above, then within each band the narrower ones above. Never a row for each competitor.
 */
export function countAbove(counts: string, points: string): string {
  const at1 = `(${points} >> ${LEVEL_BITS})`
  const at2 = `(${points} >> ${2 * LEVEL_BITS})`
  return `(
    (SELECT coalesce(sum(competitors), 0) FROM ${counts} AND level = 2 AND bucket > ${at2})
    + (SELECT coalesce(sum(competitors), 0) FROM ${counts} AND level = 1
        AND bucket > ${at1} AND bucket < (${at2} + 1) << ${LEVEL_BITS})
    + (SELECT coalesce(sum(competitors), 0) FROM ${counts} AND level = 0
        AND bucket > ${points} AND bucket < (${at1} + 1) << ${LEVEL_BITS}))`
}
