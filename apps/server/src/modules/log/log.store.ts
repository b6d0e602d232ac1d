import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { LogTables } from './tables.ts'

const tables = (db: Db) => db.withTables<LogTables>()

/** Which log: a village's first, or a successor after one was retired. */
export interface LogId {
  readonly villageId: string
  readonly generation: number
}

export interface LogRow extends LogId {
  readonly origin: string
  readonly publicKey: Buffer
  readonly wrappedSeed: Buffer
  readonly begunAt: Date
  /** A successor's first entry, which carries the final checkpoint of the log before it. */
  readonly begunRecordId: string | null
  readonly retiredAt: Date | null
}

/** All logs of a village, the current one last. */
export async function selectLogs(db: Db, villageId: string): Promise<LogRow[]> {
  const rows = await tables(db)
    .selectFrom('log')
    .selectAll()
    .where('village_id', '=', villageId)
    .orderBy('generation')
    .execute()
  return rows.map((row) => ({
    villageId,
    generation: row.generation,
    origin: row.origin,
    publicKey: row.public_key,
    wrappedSeed: row.wrapped_seed,
    begunAt: row.begun_at,
    begunRecordId: row.begun_record_id,
    retiredAt: row.retired_at,
  }))
}

/** The log that takes new entries; null before the village's first. */
export async function selectCurrentLog(db: Db, villageId: string): Promise<LogRow | null> {
  return (await selectLogs(db, villageId)).findLast(({ retiredAt }) => retiredAt === null) ?? null
}

/** Begins a log with an empty tree, held by nobody; does nothing when there is one already. */
export async function insertLog(
  db: Db,
  log: Omit<LogRow, 'retiredAt'>,
  emptyRoot: Uint8Array,
): Promise<void> {
  const id = { village_id: log.villageId, generation: log.generation }
  await tables(db)
    .insertInto('log')
    .values({
      ...id,
      origin: log.origin,
      public_key: log.publicKey,
      wrapped_seed: log.wrappedSeed,
      begun_at: log.begunAt,
      begun_record_id: log.begunRecordId,
      retired_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await sql`
    INSERT INTO log_head (village_id, generation, tree_size, root_hash, fence, leased_until)
    VALUES (${log.villageId}, ${log.generation}, 0, ${Buffer.from(emptyRoot)}, 0, ${new Date(0)})
    ON CONFLICT DO NOTHING
  `.execute(db)
}

export async function retireLog(db: Db, { villageId, generation }: LogId, at: Date): Promise<void> {
  await tables(db)
    .updateTable('log')
    .set({ retired_at: at })
    .where('village_id', '=', villageId)
    .where('generation', '=', generation)
    .execute()
}
