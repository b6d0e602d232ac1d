import { sql, type CompiledQuery } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { SealedRecords } from './seal-records.ts'
import type { RecordTables } from './tables.ts'

const tables = (db: Db) => db.withTables<RecordTables>()

export interface CommandRow {
  readonly villageId: string
  readonly actorId: string
  readonly key: string
  readonly requestHash: Buffer
  readonly acceptedAt: Date
}

/**
 * Claims the key for this transaction. Waits for a rival that holds it; null when it is ours,
 * else the first sender's request and answer.
 */
export async function claimKey(
  db: Db,
  row: CommandRow,
): Promise<{ requestHash: Buffer; answer: unknown } | null> {
  const { numAffectedRows } = await sql`
    INSERT INTO command (village_id, actor_id, idempotency_key, request_hash, accepted_at)
    VALUES (${row.villageId}, ${row.actorId}, ${row.key}, ${row.requestHash}, ${row.acceptedAt})
    ON CONFLICT (village_id, actor_id, idempotency_key) DO NOTHING`.execute(db)
  if (numAffectedRows === 1n) return null
  const first = await tables(db)
    .selectFrom('command')
    .select(['request_hash', 'answer'])
    .where('village_id', '=', row.villageId)
    .where('actor_id', '=', row.actorId)
    .where('idempotency_key', '=', row.key)
    .executeTakeFirstOrThrow()
  return { requestHash: first.request_hash, answer: first.answer }
}

/** The statement that appends the command's records, queues them for the log and keeps its answer. */
export function outcomeStatement(
  db: Db,
  row: CommandRow,
  answer: unknown,
  { records, parts }: SealedRecords,
): CompiledQuery {
  return sql`
    WITH appended AS (
      INSERT INTO record (village_id, record_id, kind, recorded_at, leaf)
      SELECT ${row.villageId}, record_id, kind, ${row.acceptedAt}, leaf
      FROM unnest(
        ${records.map(({ recordId }) => recordId)}::uuid[],
        ${records.map(({ kind }) => kind)}::text[],
        ${records.map(({ leaf }) => leaf)}::bytea[]
      ) AS new (record_id, kind, leaf)
    ), pending AS (
      INSERT INTO record_pending (village_id, record_id)
      SELECT ${row.villageId}, unnest(${records.map(({ recordId }) => recordId)}::uuid[])
    ), sealed AS (
      INSERT INTO record_part (village_id, record_id, part, person_id, sealed)
      SELECT ${row.villageId}, record_id, part, person_id, sealed
      FROM unnest(
        ${parts.map(({ recordId }) => recordId)}::uuid[],
        ${parts.map(({ part }) => part)}::smallint[],
        ${parts.map(({ personId }) => personId)}::uuid[],
        ${parts.map(({ sealed }) => sealed)}::bytea[]
      ) AS new (record_id, part, person_id, sealed)
    )
    UPDATE command SET answer = ${JSON.stringify(answer ?? null)}::jsonb
    WHERE village_id = ${row.villageId} AND actor_id = ${row.actorId}
      AND idempotency_key = ${row.key}
  `.compile(db)
}

/** Forgets commands older than an instant: an offline phone has long given up by then. */
export async function forgetCommandsBefore(db: Db, villageId: string, before: Date): Promise<void> {
  await tables(db)
    .deleteFrom('command')
    .where('village_id', '=', villageId)
    .where('accepted_at', '<', before)
    .execute()
}

/** Forgets the answers given to one person, which may repeat their data. */
export async function forgetCommandsOf(db: Db, villageId: string, personId: string): Promise<void> {
  await tables(db)
    .deleteFrom('command')
    .where('village_id', '=', villageId)
    .where(sql<boolean>`actor_id = ${personId}::uuid`)
    .execute()
}

/** What was answered to accepted commands whose keys begin so, in the order of their times. */
export async function selectAccepted(
  db: Db,
  villageId: string,
  prefix: string,
): Promise<(Omit<CommandRow, 'villageId'> & { answer: unknown })[]> {
  const rows = await tables(db)
    .selectFrom('command')
    .select(['actor_id', 'idempotency_key', 'request_hash', 'accepted_at', 'answer'])
    .where('village_id', '=', villageId)
    .where(sql<boolean>`starts_with(idempotency_key, ${prefix})`)
    .orderBy('accepted_at')
    .execute()
  return rows.map((row) => ({
    actorId: row.actor_id,
    key: row.idempotency_key,
    requestHash: row.request_hash,
    acceptedAt: row.accepted_at,
    answer: row.answer,
  }))
}
