import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import { boardCounts, countAbove } from './rank.store.ts'
import type { Board } from './tables.ts'

export interface BoardPlace {
  readonly competitorId: string
  readonly pointsHundredths: number
  /** How many stand at exactly these points, this one among them. */
  readonly level: number
}

export interface BoardPage {
  readonly places: readonly BoardPlace[]
  /** How many stand above the first place of the page. */
  readonly aboveFirst: number
  readonly competitors: number
  /** When the boards last took something in, if something else is still pending; else null. */
  readonly behindSince: Date | null
}

export interface BoardPosition {
  readonly pointsHundredths: number
  readonly competitorId: string
}

interface Row {
  readonly competitor_id: string | null
  readonly points: number | null
  readonly level: number | null
  readonly above_first: number
  readonly competitors: number
  readonly behind_since: Date | null
}

/**
 * A stretch of a board, best first, from after a position on; only those above zero are shown.
 * One statement, so places and ranks are of one moment.
 */
export async function selectBoardPage(
  db: Db,
  villageId: string,
  page: {
    readonly board: Board
    readonly period: string
    readonly after: BoardPosition | null
    readonly limit: number
  },
): Promise<BoardPage> {
  const { board, period, after, limit } = page
  const counts = boardCounts('standing_count', villageId, board, period)
  const fromHere = after
    ? sql`AND points_hundredths <= ${after.pointsHundredths}
        AND (points_hundredths < ${after.pointsHundredths} OR competitor_id > ${after.competitorId})`
    : sql``
  const { rows } = await sql<Row>`
    WITH place AS MATERIALIZED (
      SELECT competitor_id, points_hundredths AS points FROM standing_score
      WHERE village_id = ${villageId} AND board = ${board} AND period = ${period}
        AND points_hundredths > 0 ${fromHere}
      ORDER BY points_hundredths DESC, competitor_id LIMIT ${limit}
    ), board AS MATERIALIZED (
      SELECT ${countAbove(counts, sql`(SELECT max(points) FROM place)`)} AS above_first,
        (SELECT coalesce(sum(competitors), 0) FROM ${counts} AND level = 2) AS competitors,
        (SELECT folded_at FROM standing_state WHERE village_id = ${villageId}
          AND EXISTS (SELECT FROM standing_pending WHERE village_id = ${villageId})) AS behind_since
    )
    SELECT board.*, place.competitor_id, place.points,
      (SELECT competitors FROM ${counts} AND level = 0 AND bucket = place.points) AS level
    FROM board LEFT JOIN place ON true
    ORDER BY place.points DESC, place.competitor_id`.execute(db)
  const [first] = rows
  if (!first) throw new Error('a board without its one summary row')
  return {
    places: rows.flatMap(({ competitor_id: competitorId, points, level }) =>
      competitorId === null || points === null || level === null
        ? []
        : [{ competitorId, pointsHundredths: points, level }],
    ),
    aboveFirst: first.above_first,
    competitors: first.competitors,
    behindSince: first.behind_since,
  }
}
