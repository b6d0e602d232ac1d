import { CompiledQuery } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import { countAbove, countsOf } from './rank.store.ts'
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

const COUNTS = countsOf('standing_count')

/** Of $1 village, $2 board and $3 period, $4 places; built once for each way of asking. */
const pageFrom = (position: string) => `
  WITH place AS MATERIALIZED (
    SELECT competitor_id, points_hundredths AS points FROM standing_score
    WHERE village_id = $1 AND board = $2 AND period = $3 AND points_hundredths > 0 ${position}
    ORDER BY points_hundredths DESC, competitor_id LIMIT $4
  ), board AS MATERIALIZED (
    SELECT ${countAbove(COUNTS, '(SELECT max(points) FROM place)')} AS above_first,
      (SELECT coalesce(sum(competitors), 0) FROM ${COUNTS} AND level = 2) AS competitors,
      (SELECT folded_at FROM standing_state WHERE village_id = $1
        AND EXISTS (SELECT FROM standing_pending WHERE village_id = $1)) AS behind_since
  )
  SELECT board.*, place.competitor_id, place.points,
    (SELECT competitors FROM ${COUNTS} AND level = 0 AND bucket = place.points) AS level
  FROM board LEFT JOIN place ON true
  ORDER BY place.points DESC, place.competitor_id`

const FIRST_PAGE = pageFrom('')
/** After the place of $5 points and $6 competitor. */
const LATER_PAGE = pageFrom(
  'AND points_hundredths <= $5 AND (points_hundredths < $5 OR competitor_id > $6)',
)

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
  const asked = [villageId, board, period, limit]
  const { rows } = await db.executeQuery<Row>(
    after
      ? CompiledQuery.raw(LATER_PAGE, [...asked, after.pointsHundredths, after.competitorId])
      : CompiledQuery.raw(FIRST_PAGE, asked),
  )
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
