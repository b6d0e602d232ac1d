import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { LandTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<LandTables>()

/** What growers agree to; the highest edition is in force. */
export interface Convention {
  readonly edition: number
  readonly wordsZh: string
  readonly wordsEn: string | null
  readonly publishedAt: Date
}

/** Editions are published one after another. */
export async function lockConventions(db: Db, villageId: string): Promise<void> {
  const key = `conventions ${villageId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}

export async function insertConvention(
  db: Db,
  villageId: string,
  convention: Convention & { readonly documentHash: string; readonly publishedBy: string },
): Promise<void> {
  await tables(db)
    .insertInto('convention')
    .values({
      village_id: villageId,
      edition: convention.edition,
      words_zh: convention.wordsZh,
      words_en: convention.wordsEn,
      document_hash: Buffer.from(convention.documentHash, 'hex'),
      published_by: convention.publishedBy,
      published_at: convention.publishedAt,
    })
    .execute()
}

/** The edition in force; null before the first. */
export async function selectConvention(db: Db, villageId: string): Promise<Convention | null> {
  const row = await tables(db)
    .selectFrom('convention')
    .selectAll()
    .where('village_id', '=', villageId)
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    edition: row.edition,
    wordsZh: row.words_zh,
    wordsEn: row.words_en,
    publishedAt: row.published_at,
  }
}
