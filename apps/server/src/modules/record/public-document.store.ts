import type { Db } from '../../platform/database/database.ts'
import type { RecordTables } from './tables.ts'

const tables = (db: Db) => db.withTables<RecordTables>()

export async function insertDocument(
  db: Db,
  villageId: string,
  hash: Buffer,
  body: Buffer,
): Promise<void> {
  await tables(db)
    .insertInto('public_document')
    .values({ village_id: villageId, hash, body })
    .onConflict((conflict) => conflict.columns(['village_id', 'hash']).doNothing())
    .execute()
}

export async function selectDocument(
  db: Db,
  villageId: string,
  hash: Buffer,
): Promise<Buffer | null> {
  const row = await tables(db)
    .selectFrom('public_document')
    .select('body')
    .where('village_id', '=', villageId)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row?.body ?? null
}
