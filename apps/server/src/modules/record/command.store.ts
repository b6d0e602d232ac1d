import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
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
  const inserted = await tables(db)
    .insertInto('command')
    .values({
      village_id: row.villageId,
      actor_id: row.actorId,
      idempotency_key: row.key,
      request_hash: row.requestHash,
      answer: null,
      accepted_at: row.acceptedAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['village_id', 'actor_id', 'idempotency_key']).doNothing(),
    )
    .executeTakeFirst()
  if ((inserted.numInsertedOrUpdatedRows ?? 0n) > 0n) return null
  const first = await tables(db)
    .selectFrom('command')
    .select(['request_hash', 'answer'])
    .where('village_id', '=', row.villageId)
    .where('actor_id', '=', row.actorId)
    .where('idempotency_key', '=', row.key)
    .executeTakeFirstOrThrow()
  return { requestHash: first.request_hash, answer: first.answer }
}

export async function keepAnswer(db: Db, row: CommandRow, answer: unknown): Promise<void> {
  await tables(db)
    .updateTable('command')
    .set({ answer: JSON.stringify(answer ?? null) })
    .where('village_id', '=', row.villageId)
    .where('actor_id', '=', row.actorId)
    .where('idempotency_key', '=', row.key)
    .execute()
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
