import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { LogId } from './log.store.ts'
import type { LogTables } from './tables.ts'

const tables = (db: Db) => db.withTables<LogTables>()

/** A record on its way into the log: the leaf's bytes are the entry. */
export interface PendingEntry {
  readonly recordId: string
  readonly leaf: Buffer
}

/**
 * Takes records off the queue, the oldest first; `onlyRecordId` takes that one alone. They are gone
 * from the queue when the transaction commits.
 */
export async function takePending(
  db: Db,
  villageId: string,
  { limit, onlyRecordId }: { limit: number; onlyRecordId: string | null },
): Promise<PendingEntry[]> {
  // ARRAY(…) keeps the planner on the two primary keys, whatever it believes about the size of a
  // queue that is empty most of the time.
  const { rows } = await sql<{ record_id: string; leaf: Buffer }>`
    WITH taken AS (
      DELETE FROM record_pending WHERE village_id = ${villageId} AND record_id = ANY (ARRAY(
        SELECT record_id FROM record_pending
        WHERE village_id = ${villageId}
          AND (${onlyRecordId}::uuid IS NULL OR record_id = ${onlyRecordId}::uuid)
        ORDER BY record_id LIMIT ${limit}
      )) RETURNING record_id
    )
    SELECT record_id, leaf FROM record
    WHERE village_id = ${villageId} AND record_id = ANY (ARRAY(SELECT record_id FROM taken))
    ORDER BY record_id
  `.execute(db)
  return rows.map((row) => ({ recordId: row.record_id, leaf: row.leaf }))
}

export async function hasPending(db: Db, villageId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    SELECT EXISTS (SELECT FROM record_pending WHERE village_id = ${villageId}) AS found
  `.execute(db)
  return rows[0]?.found ?? false
}

/** Puts every record of the village back on the queue, for a log that begins anew. */
export async function queueEveryRecord(db: Db, villageId: string): Promise<void> {
  await sql`
    INSERT INTO record_pending (village_id, record_id)
    SELECT village_id, record_id FROM record WHERE village_id = ${villageId}
    ON CONFLICT DO NOTHING
  `.execute(db)
}

/** Gives the records the indices from `first` on, in their order. */
export async function insertEntries(
  db: Db,
  { villageId, generation }: LogId,
  first: number,
  entries: readonly PendingEntry[],
): Promise<void> {
  await sql`
    INSERT INTO log_entry (village_id, generation, entry_index, record_id)
    SELECT ${villageId}, ${generation}, ${first} + place - 1, record_id
    FROM unnest(${entries.map(({ recordId }) => recordId)}::uuid[]) WITH ORDINALITY AS new (record_id, place)
  `.execute(db)
}

/** The entries from `first` on, with the leaves as their records hold them. */
export async function selectEntries(
  db: Db,
  { villageId, generation }: LogId,
  { first, count }: { first: number; count: number },
): Promise<(PendingEntry & { entryIndex: number })[]> {
  const { rows } = await sql<{ entry_index: number; record_id: string; leaf: Buffer }>`
    SELECT entry_index, record_id, leaf FROM log_entry JOIN record USING (village_id, record_id)
    WHERE village_id = ${villageId} AND generation = ${generation}
      AND entry_index >= ${first} AND entry_index < ${first} + ${count}::bigint
    ORDER BY entry_index
  `.execute(db)
  return rows.map((row) => ({
    entryIndex: row.entry_index,
    recordId: row.record_id,
    leaf: row.leaf,
  }))
}

/** Where records stand in a log; those it has not taken in are absent. */
export async function selectIndices(
  db: Db,
  { villageId, generation }: LogId,
  recordIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tables(db)
    .selectFrom('log_entry')
    .select(['record_id', 'entry_index'])
    .where('village_id', '=', villageId)
    .where('generation', '=', generation)
    .where(sql<boolean>`record_id = ANY (${[...recordIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.record_id, row.entry_index]))
}
