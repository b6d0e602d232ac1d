import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'

/** Hand-overs and counts that wait for a signature, but those by or for these persons or this home. */
export async function countSignOffs(
  db: Db,
  villageId: string,
  personIds: readonly string[],
  home: string | null,
): Promise<{ readonly count: number; readonly oldestAt: Date | null }> {
  const { rows } = await sql<{ count: number; oldest_at: Date | null }>`
    WITH waiting AS (
      SELECT handed_at AS since FROM purchase
      WHERE village_id = ${villageId} AND state = 'handed'
        AND handed_by <> all(${[...personIds]}::uuid[])
        AND person_id <> all(${[...personIds]}::uuid[])
        AND household_id IS DISTINCT FROM ${home}::uuid
      UNION ALL
      SELECT proposed_at FROM stock_move
      WHERE village_id = ${villageId} AND state = 'proposed'
        AND proposed_by <> all(${[...personIds]}::uuid[])
    )
    SELECT count(*)::int AS count, min(since) AS oldest_at FROM waiting`.execute(db)
  const [row] = rows
  return { count: row?.count ?? 0, oldestAt: row?.oldest_at ?? null }
}
