import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { LedgerTables } from './tables.ts'

const tables = (db: Db) => db.withTables<LedgerTables>()

export interface TransferRow {
  readonly transferId: string
  readonly causeKind: 'award' | 'reversal'
  readonly causeId: string
  readonly correctsTransferId: string | null
  readonly householdId: string
  readonly earnerId: string
  readonly amountHundredths: number
}

/**
 * Posts transfers in one statement: accounts opened where missing, balances updated in the order of
 * household and unit, and four entries a transfer (honour and wallet, household against issuer).
 */
export async function insertTransfers(
  db: Db,
  villageId: string,
  postedAt: Date,
  rows: readonly TransferRow[],
): Promise<void> {
  await sql`
    WITH posting AS (
      SELECT * FROM unnest(
        ${rows.map((row) => row.transferId)}::uuid[],
        ${rows.map((row) => row.causeKind)}::text[],
        ${rows.map((row) => row.causeId)}::uuid[],
        ${rows.map((row) => row.correctsTransferId)}::uuid[],
        ${rows.map((row) => row.householdId)}::uuid[],
        ${rows.map((row) => row.earnerId)}::uuid[],
        ${rows.map((row) => row.amountHundredths)}::bigint[]
      ) AS p (transfer_id, cause_kind, cause_id, corrects_transfer_id, household_id, earner_id, amount)
    ), issuer AS (
      INSERT INTO ledger_account (village_id, account_id, unit, owner_kind, owner_id, opened_at)
      SELECT ${villageId}, unit || '/issuer/village', unit, 'issuer', 'village', ${postedAt}
      FROM (VALUES ('honour'), ('wallet')) AS units (unit)
      ON CONFLICT (village_id, account_id) DO NOTHING
    ), balance AS (
      INSERT INTO ledger_account AS account
        (village_id, account_id, unit, owner_kind, owner_id, balance_hundredths, opened_at)
      SELECT ${villageId}, unit || '/household/' || household_id, unit, 'household',
        household_id::text, sum(amount)::bigint, ${postedAt}
      FROM posting CROSS JOIN (VALUES ('honour'), ('wallet')) AS units (unit)
      GROUP BY household_id, unit
      ORDER BY household_id, unit
      ON CONFLICT (village_id, account_id) DO UPDATE
        SET balance_hundredths = account.balance_hundredths + excluded.balance_hundredths
    ), made AS (
      INSERT INTO transfer
        (village_id, transfer_id, cause_kind, cause_id, corrects_transfer_id, posted_at)
      SELECT ${villageId}, transfer_id, cause_kind, cause_id, corrects_transfer_id, ${postedAt}
      FROM posting
    )
    INSERT INTO entry (village_id, transfer_id, line, account_id, amount_hundredths, earner_id)
    SELECT ${villageId}, transfer_id, line, account_id, line_amount, line_earner_id
    FROM posting CROSS JOIN LATERAL (VALUES
      (1, 'honour/household/' || household_id, amount, earner_id),
      (2, 'honour/issuer/village', -amount, NULL),
      (3, 'wallet/household/' || household_id, amount, earner_id),
      (4, 'wallet/issuer/village', -amount, NULL)
    ) AS lines (line, account_id, line_amount, line_earner_id)
  `.execute(db)
}

/** What the transfer of a cause gave to a household in honour; null when there is none. */
export async function selectHonourTransfer(
  db: Db,
  villageId: string,
  cause: { kind: 'award'; id: string },
): Promise<Omit<TransferRow, 'causeKind' | 'causeId' | 'correctsTransferId'> | null> {
  const row = await tables(db)
    .selectFrom('transfer')
    .innerJoin('entry', (join) =>
      join
        .onRef('entry.village_id', '=', 'transfer.village_id')
        .onRef('entry.transfer_id', '=', 'transfer.transfer_id'),
    )
    .innerJoin('ledger_account', (join) =>
      join
        .onRef('ledger_account.village_id', '=', 'entry.village_id')
        .onRef('ledger_account.account_id', '=', 'entry.account_id'),
    )
    .select(['transfer.transfer_id', 'owner_id', 'earner_id', 'amount_hundredths'])
    .where('transfer.village_id', '=', villageId)
    .where('cause_kind', '=', cause.kind)
    .where('cause_id', '=', cause.id)
    .where('unit', '=', 'honour')
    .where('owner_kind', '=', 'household')
    .executeTakeFirst()
  if (!row || row.earner_id === null) return null
  return {
    transferId: row.transfer_id,
    householdId: row.owner_id,
    earnerId: row.earner_id,
    amountHundredths: row.amount_hundredths,
  }
}
