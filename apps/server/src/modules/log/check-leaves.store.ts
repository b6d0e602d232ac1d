import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'

export interface LeafFinding {
  readonly entryIndex: number
  readonly recordId: string
}

const MOST = 100

/**
 * Records whose stored leaf is missing or is not the one whose hash stands in the village's logs;
 * empty when all is well, at most 100. Whatever else reads a record could tell something else than
 * the log does. The hashes are of RFC 6962: SHA-256 of a zero byte and the entry.
 */
export async function checkLeaves(db: Db, villageId: string): Promise<LeafFinding[]> {
  const { rows } = await sql<{ entry_index: number; record_id: string }>`
    WITH place AS (
      SELECT generation, entry_index, record_id, (entry_index / 256)::text AS tile,
        (entry_index % 256)::int AS at
      FROM log_entry WHERE village_id = ${villageId}
    ), named AS (
      SELECT generation, entry_index, record_id, at, 'tile/0/' || CASE
        WHEN length(tile) <= 3 THEN lpad(tile, 3, '0')
        WHEN length(tile) <= 6 THEN 'x' || lpad(left(tile, -3), 3, '0') || '/' || right(tile, 3)
        ELSE 'x' || lpad(left(tile, -6), 3, '0') || '/x' || left(right(tile, 6), 3) || '/' || right(tile, 3)
      END AS path FROM place
    )
    SELECT named.entry_index, named.record_id FROM named
    JOIN log_tile AS tile ON tile.village_id = ${villageId}
      AND tile.generation = named.generation AND tile.path = named.path AND tile.width > named.at
    LEFT JOIN record ON record.village_id = ${villageId} AND record.record_id = named.record_id
    WHERE substring(tile.bytes FROM named.at * 32 + 1 FOR 32)
      IS DISTINCT FROM sha256('\\x00'::bytea || record.leaf)
    ORDER BY named.entry_index LIMIT ${MOST}
  `.execute(db)
  return rows.map((row) => ({ entryIndex: row.entry_index, recordId: row.record_id }))
}

/** Records that would never enter the log: neither queued for it nor in it; at most 100. */
export async function checkQueue(db: Db, villageId: string): Promise<{ recordId: string }[]> {
  const { rows } = await sql<{ record_id: string }>`
    SELECT record_id FROM record WHERE village_id = ${villageId}
    EXCEPT SELECT record_id FROM log_entry WHERE village_id = ${villageId}
    EXCEPT SELECT record_id FROM record_pending WHERE village_id = ${villageId}
    LIMIT ${MOST}
  `.execute(db)
  return rows.map((row) => ({ recordId: row.record_id }))
}
