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

/** Households that have a wallet, in the order of their identifiers, after one of them. */
export async function selectWallets(
  db: Db,
  villageId: string,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('ledger_account')
    .select('owner_id')
    .where('village_id', '=', villageId)
    .where('unit', '=', 'wallet')
    .where('owner_kind', '=', 'household')
    .where('owner_id', '>', after ?? '')
    .orderBy('owner_id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.owner_id)
}

/** What a household has set aside, and what it spent that no record tells yet. */
export interface Untold {
  readonly heldHundredths: number
  readonly spentHundredths: number
}

/**
 * Marks what these households have spent as told, and gives it with what they have set aside: in one
 * statement, since a hold may be spent at any moment.
 */
export async function takeUntold(
  db: Db,
  villageId: string,
  householdIds: readonly string[],
  at: Date,
): Promise<Map<string, Untold>> {
  const { rows } = await sql<{ householdId: string; held: number; spent: number }>`
    WITH household AS (SELECT id FROM unnest(${[...householdIds]}::uuid[]) AS id),
    taken AS (
      UPDATE wallet_spending SET counted_at = ${at}
      WHERE village_id = ${villageId} AND counted_at IS NULL
        AND household_id = any(${[...householdIds]}::uuid[])
      RETURNING household_id, points_hundredths
    ), open_hold AS (
      SELECT owner_id::uuid AS hold_id, balance FROM ledger_account
      WHERE village_id = ${villageId} AND unit = 'wallet' AND owner_kind = 'hold' AND balance > 0
    ), held AS (
      SELECT split_part(entry.account_id, '/', 3)::uuid AS household_id, open_hold.balance
      FROM open_hold
      JOIN transfer ON transfer.village_id = ${villageId} AND transfer.cause_kind = 'hold'
        AND transfer.cause_id = open_hold.hold_id
      JOIN entry ON entry.village_id = transfer.village_id
        AND entry.transfer_id = transfer.transfer_id
        AND starts_with(entry.account_id, 'wallet/household/')
    )
    SELECT household.id AS "householdId",
      coalesce((SELECT sum(balance) FROM held WHERE household_id = household.id), 0)::bigint AS held,
      coalesce((SELECT sum(points_hundredths) FROM taken WHERE household_id = household.id), 0)::bigint
        AS spent
    FROM household
  `.execute(db)
  return new Map(
    rows.map(({ householdId, held, spent }) => [
      householdId,
      { heldHundredths: held, spentHundredths: spent },
    ]),
  )
}

/** What a household has set aside. */
export async function readHeld(db: Db, villageId: string, householdId: string): Promise<number> {
  const { rows } = await sql<{ held: number }>`
    SELECT coalesce(sum(hold.balance), 0)::bigint AS held
    FROM entry JOIN transfer ON transfer.village_id = entry.village_id
      AND transfer.transfer_id = entry.transfer_id AND transfer.cause_kind = 'hold'
    JOIN ledger_account AS hold ON hold.village_id = entry.village_id
      AND hold.account_id = 'wallet/hold/' || transfer.cause_id
    WHERE entry.village_id = ${villageId}
      AND entry.account_id = ${`wallet/household/${householdId}`}
  `.execute(db)
  return rows[0]?.held ?? 0
}

/** What a household can spend, and what it has set aside. */
export interface WalletHolding {
  readonly householdId: string
  readonly walletHundredths: number
  readonly heldHundredths: number
}

/** Every wallet of the village. */
export async function readWallets(db: Db, villageId: string): Promise<WalletHolding[]> {
  const { rows } = await sql<{ householdId: string; wallet: number; held: number }>`
    WITH open_hold AS (
      SELECT owner_id::uuid AS hold_id, balance FROM ledger_account
      WHERE village_id = ${villageId} AND unit = 'wallet' AND owner_kind = 'hold' AND balance > 0
    ), held AS (
      SELECT entry.account_id, sum(open_hold.balance) AS balance
      FROM open_hold
      JOIN transfer ON transfer.village_id = ${villageId} AND transfer.cause_kind = 'hold'
        AND transfer.cause_id = open_hold.hold_id
      JOIN entry ON entry.village_id = transfer.village_id
        AND entry.transfer_id = transfer.transfer_id
        AND starts_with(entry.account_id, 'wallet/household/')
      GROUP BY entry.account_id
    )
    SELECT account.owner_id AS "householdId", account.balance AS wallet,
      coalesce(held.balance, 0)::bigint AS held
    FROM ledger_account AS account LEFT JOIN held ON held.account_id = account.account_id
    WHERE account.village_id = ${villageId} AND account.unit = 'wallet'
      AND account.owner_kind = 'household'
  `.execute(db)
  return rows.map(({ householdId, wallet, held }) => ({
    householdId,
    walletHundredths: wallet,
    heldHundredths: held,
  }))
}
