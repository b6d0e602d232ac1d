import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import { accountOfRow, kindOf, rowIdOf, type Overdraft } from './account-kinds.ts'
import type { PlacedLine } from './posting.ts'
import type { LedgerTables } from './tables.ts'

const tables = (db: Db) => db.withTables<LedgerTables>()

export interface TransferRow {
  readonly transferId: string
  readonly cause: { readonly kind: string; readonly id: string }
  readonly correctsTransferId: string | null
  readonly lines: readonly PlacedLine[]
}

/**
 * Posts transfers in one statement: accounts opened where missing, kept balances updated in the order
 * of accounts, and one entry a line. What may never go below zero and is taken from is locked before.
 */
export async function insertTransfers(
  db: Db,
  villageId: string,
  postedAt: Date,
  transfers: readonly TransferRow[],
): Promise<void> {
  const lines = transfers.flatMap((transfer) =>
    transfer.lines.map((line, index) => ({
      ...line,
      ...kindOf(line.account),
      transferId: transfer.transferId,
      no: index + 1,
      accountId: rowIdOf(line.account, line.part),
    })),
  )
  await sql`
    WITH line AS (
      SELECT * FROM unnest(
        ${lines.map(({ transferId }) => transferId)}::uuid[],
        ${lines.map(({ no }) => no)}::smallint[],
        ${lines.map(({ accountId }) => accountId)}::text[],
        ${lines.map(({ account }) => account.unit)}::text[],
        ${lines.map(({ account }) => account.ownerKind)}::text[],
        ${lines.map(({ account }) => account.ownerId)}::text[],
        ${lines.map(({ part }) => part ?? 0)}::smallint[],
        ${lines.map(({ kept }) => kept)}::text[],
        ${lines.map(({ overdraft }) => overdraft)}::text[],
        ${lines.map(({ amount }) => amount)}::bigint[],
        ${lines.map(({ earnerId }) => earnerId ?? null)}::uuid[]
      ) AS l (transfer_id, line, account_id, unit, owner_kind, owner_id, part, kept, overdraft,
        amount, earner_id)
    ), changed AS (
      SELECT account_id, unit, owner_kind, owner_id, part, kept, overdraft, sum(amount)::bigint AS amount
      FROM line GROUP BY account_id, unit, owner_kind, owner_id, part, kept, overdraft
    ), kept AS (
      INSERT INTO ledger_account AS account
        (village_id, account_id, unit, owner_kind, owner_id, part, kept, overdraft, balance, opened_at)
      SELECT ${villageId}, account_id, unit, owner_kind, owner_id, part, kept, overdraft, amount,
        ${postedAt}
      FROM changed WHERE kept <> 'none' AND (overdraft <> 'never' OR amount >= 0) ORDER BY account_id
      ON CONFLICT (village_id, account_id) DO UPDATE SET balance = account.balance + excluded.balance
    ), ${lines.some(isTaken) ? takenFrom(villageId) : sql``} made AS (
      INSERT INTO transfer
        (village_id, transfer_id, unit, cause_kind, cause_id, corrects_transfer_id, posted_at)
      SELECT ${villageId}, transfer_id, unit, cause_kind, cause_id, corrects_transfer_id, ${postedAt}
      FROM unnest(
        ${transfers.map(({ transferId }) => transferId)}::uuid[],
        ${transfers.map(({ lines: [line] }) => line?.account.unit)}::text[],
        ${transfers.map(({ cause }) => cause.kind)}::text[],
        ${transfers.map(({ cause }) => cause.id)}::uuid[],
        ${transfers.map(({ correctsTransferId }) => correctsTransferId)}::uuid[]
      ) AS t (transfer_id, unit, cause_kind, cause_id, corrects_transfer_id)
    )
    INSERT INTO entry (village_id, transfer_id, line, unit, account_id, amount, earner_id)
    SELECT ${villageId}, transfer_id, line, unit, account_id, amount, earner_id FROM line
  `.execute(db)
}

const isTaken = ({ overdraft, amount }: { overdraft: Overdraft; amount: number }) =>
  overdraft === 'never' && amount < 0

/** An inserted row would have to pass the check of its account by itself; this one is there. */
function takenFrom(villageId: string) {
  return sql`taken AS (
    UPDATE ledger_account AS account SET balance = account.balance + changed.amount
    FROM changed
    WHERE account.village_id = ${villageId} AND account.account_id = changed.account_id
      AND changed.overdraft = 'never' AND changed.amount < 0
  ),`
}

/** The transfers of a cause, one a unit, with their lines. */
export async function selectTransfersOf(
  db: Db,
  villageId: string,
  cause: { readonly kind: string; readonly id: string },
): Promise<{ transferId: string; lines: Omit<PlacedLine, 'part'>[] }[]> {
  const rows = await tables(db)
    .selectFrom('transfer')
    .innerJoin('entry', (join) =>
      join
        .onRef('entry.village_id', '=', 'transfer.village_id')
        .onRef('entry.transfer_id', '=', 'transfer.transfer_id'),
    )
    .select(['transfer.transfer_id', 'account_id', 'amount', 'earner_id'])
    .where('transfer.village_id', '=', villageId)
    .where('cause_kind', '=', cause.kind)
    .where('cause_id', '=', cause.id)
    .orderBy('transfer.unit')
    .orderBy('entry.line')
    .execute()
  const transfers = new Map<string, Omit<PlacedLine, 'part'>[]>()
  for (const { transfer_id, account_id, amount, earner_id } of rows) {
    const lines = transfers.get(transfer_id) ?? []
    transfers.set(transfer_id, lines)
    lines.push({
      account: accountOfRow(account_id),
      amount,
      ...(earner_id !== null && { earnerId: earner_id }),
    })
  }
  return [...transfers].map(([transferId, lines]) => ({ transferId, lines }))
}
