import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import { kindOf, PARTS, rowIdOf, type Account } from './account-kinds.ts'
import type { LedgerTables } from './tables.ts'

const tables = (db: Db) => db.withTables<LedgerTables>()

/** Opens all parts of an account, empty; what is open stays as it is. */
export async function insertParts(
  db: Db,
  villageId: string,
  openedAt: Date,
  account: Account,
): Promise<void> {
  const { unit, ownerKind: owner_kind, ownerId: owner_id } = account
  await tables(db)
    .insertInto('ledger_account')
    .values(
      Array.from({ length: PARTS }, (_, part) => ({
        village_id: villageId,
        account_id: rowIdOf(account, part),
        unit,
        owner_kind,
        owner_id,
        part,
        ...kindOf(account),
        balance: 0,
        opened_at: openedAt,
      })),
    )
    .onConflict((conflict) => conflict.columns(['village_id', 'account_id']).doNothing())
    .execute()
}

/** Locks an account's row and reads its balance; null when it was never posted to. */
export async function lockAccount(
  db: Db,
  villageId: string,
  accountId: string,
): Promise<number | null> {
  const row = await tables(db)
    .selectFrom('ledger_account')
    .select('balance')
    .where('village_id', '=', villageId)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  return row?.balance ?? null
}

/** Locks the first of these parts that nobody else has locked and that holds enough; waits for nobody. */
export async function lockFreePart(
  db: Db,
  villageId: string,
  accountIds: readonly string[],
  least: number,
): Promise<number | null> {
  const { rows } = await sql<{ part: number }>`
    SELECT account.part
    FROM unnest(${accountIds}::text[]) WITH ORDINALITY AS wanted (account_id, place)
    JOIN ledger_account AS account
      ON account.village_id = ${villageId} AND account.account_id = wanted.account_id
    WHERE account.balance >= ${least}
    ORDER BY wanted.place LIMIT 1
    FOR UPDATE OF account SKIP LOCKED
  `.execute(db)
  return rows[0]?.part ?? null
}

/** Locks all these parts, waiting for whoever has one, and reads what each holds. */
export async function lockParts(
  db: Db,
  villageId: string,
  accountIds: readonly string[],
): Promise<{ part: number; balance: number }[]> {
  const rows = await tables(db)
    .selectFrom('ledger_account')
    .select(['part', 'balance'])
    .where('village_id', '=', villageId)
    .where(sql<boolean>`account_id = any(${accountIds})`)
    .orderBy('account_id')
    .forUpdate()
    .execute()
  return rows.map(({ part, balance }) => ({ part, balance }))
}

/** Locks these accounts in their order and reads the balance of each that was ever posted to. */
export async function lockAccounts(
  db: Db,
  villageId: string,
  accountIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tables(db)
    .selectFrom('ledger_account')
    .select(['account_id', 'balance'])
    .where('village_id', '=', villageId)
    .where(sql<boolean>`account_id = any(${[...accountIds]})`)
    .orderBy('account_id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.account_id, row.balance]))
}

/** What an account holds, whether in one row, in parts, or as the sum of its entries. */
export async function readBalance(db: Db, villageId: string, account: Account): Promise<number> {
  const { kept } = kindOf(account)
  const { unit, ownerKind, ownerId } = account
  const rows = tables(db).selectFrom('ledger_account').where('village_id', '=', villageId)
  const row =
    kept === 'none'
      ? await tables(db)
          .selectFrom('entry')
          .select(sql<number>`coalesce(sum(amount), 0)::bigint`.as('sum'))
          .where('village_id', '=', villageId)
          .where('account_id', '=', rowIdOf(account, null))
          .executeTakeFirstOrThrow()
      : await rows
          .select(sql<number>`coalesce(sum(balance), 0)::bigint`.as('sum'))
          .where('unit', '=', unit)
          .where('owner_kind', '=', ownerKind)
          .where('owner_id', '=', ownerId)
          .executeTakeFirstOrThrow()
  return row.sum
}
