import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { LedgerTables } from './tables.ts'

const tables = (db: Db) => db.withTables<LedgerTables>()

/** Which of these causes of a kind have been posted. */
export async function selectPosted(
  db: Db,
  villageId: string,
  causeKind: string,
  causeIds: readonly string[],
): Promise<Set<string>> {
  const rows = await tables(db)
    .selectFrom('transfer')
    .select('cause_id')
    .where('village_id', '=', villageId)
    .where('cause_kind', '=', causeKind)
    .where(sql<boolean>`cause_id = any(${[...causeIds]}::uuid[])`)
    .execute()
  return new Set(rows.map((row) => row.cause_id))
}

/** What causes of these kinds have moved in each household's wallet before an instant. */
export async function readMoved(
  db: Db,
  villageId: string,
  causeKinds: readonly string[],
  before: Date,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ household_id: string; moved: number }>`
    SELECT split_part(entry.account_id, '/', 3) AS household_id, sum(entry.amount)::bigint AS moved
    FROM transfer JOIN entry ON entry.village_id = transfer.village_id
      AND entry.transfer_id = transfer.transfer_id
    WHERE transfer.village_id = ${villageId} AND transfer.cause_kind = any(${[...causeKinds]})
      AND transfer.posted_at < ${before} AND transfer.unit = 'wallet'
      AND starts_with(entry.account_id, 'wallet/household/')
    GROUP BY entry.account_id
  `.execute(db)
  return new Map(rows.map((row) => [row.household_id, row.moved]))
}
