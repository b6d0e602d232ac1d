import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { AdoptionTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<AdoptionTables>()

export interface Contract {
  readonly edition: number
  readonly wordsZh: string
  readonly wordsEn: string | null
  readonly failure: AdoptionTables['adoption_contract']['failure']
  readonly refundPermille: number
  readonly publishedAt: Date
}

/** Editions follow one another. */
export async function lockContracts(db: Db, villageId: string): Promise<void> {
  const key = `adoption contracts ${villageId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}

export async function insertContract(
  db: Db,
  villageId: string,
  contract: Contract & { readonly documentHash: string; readonly publishedBy: string },
): Promise<void> {
  await tables(db)
    .insertInto('adoption_contract')
    .values({
      village_id: villageId,
      edition: contract.edition,
      words_zh: contract.wordsZh,
      words_en: contract.wordsEn,
      failure: contract.failure,
      refund_permille: contract.refundPermille,
      document_hash: Buffer.from(contract.documentHash, 'hex'),
      published_by: contract.publishedBy,
      published_at: contract.publishedAt,
    })
    .execute()
}

/** The newest first. */
export async function selectContracts(db: Db, villageId: string): Promise<readonly Contract[]> {
  const rows = await tables(db)
    .selectFrom('adoption_contract')
    .selectAll()
    .where('village_id', '=', villageId)
    .orderBy('edition', 'desc')
    .execute()
  return rows.map((row) => ({
    edition: row.edition,
    wordsZh: row.words_zh,
    wordsEn: row.words_en,
    failure: row.failure,
    refundPermille: row.refund_permille,
    publishedAt: row.published_at,
  }))
}

export async function selectContract(
  db: Db,
  villageId: string,
  edition: number,
): Promise<Contract> {
  const contract = (await selectContracts(db, villageId)).find((one) => one.edition === edition)
  if (contract === undefined) throw new Error(`no contract of edition ${edition}`)
  return contract
}
