import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'

/** Transfers whose entries do not sum to zero, or that have none. */
export async function selectUnbalancedTransfers(
  db: Db,
  villageId: string,
): Promise<{ transferId: string; entries: number; sum: number }[]> {
  const { rows } = await sql<{ transfer_id: string; entries: number; sum: number }>`
    SELECT transfer.transfer_id, count(entry.line) AS entries,
      coalesce(sum(entry.amount), 0)::bigint AS sum
    FROM transfer
    LEFT JOIN entry ON entry.village_id = transfer.village_id
      AND entry.transfer_id = transfer.transfer_id
    WHERE transfer.village_id = ${villageId}
    GROUP BY transfer.transfer_id
    HAVING count(entry.line) = 0 OR sum(entry.amount) <> 0
    ORDER BY transfer.transfer_id
    LIMIT 100
  `.execute(db)
  return rows.map(({ transfer_id, entries, sum }) => ({ transferId: transfer_id, entries, sum }))
}

/** Kept balances that are not the sum of their entries. */
export async function selectWrongBalances(
  db: Db,
  villageId: string,
): Promise<{ accountId: string; balance: number; sum: number }[]> {
  const { rows } = await sql<{ account_id: string; balance: number; sum: number }>`
    SELECT account.account_id, account.balance, coalesce(total.sum, 0)::bigint AS sum
    FROM ledger_account AS account
    LEFT JOIN (
      SELECT account_id, sum(amount) AS sum FROM entry
      WHERE village_id = ${villageId} GROUP BY account_id
    ) AS total ON total.account_id = account.account_id
    WHERE account.village_id = ${villageId} AND account.balance <> coalesce(total.sum, 0)
    ORDER BY account.account_id
    LIMIT 100
  `.execute(db)
  return rows.map(({ account_id, balance, sum }) => ({ accountId: account_id, balance, sum }))
}

/** Transfers that are not the mirror of the one that they name: a line more, less or other. */
export async function selectFalseMirrors(db: Db, villageId: string): Promise<string[]> {
  const { rows } = await sql<{ transfer_id: string }>`
    WITH reversal AS (
      SELECT transfer_id, corrects_transfer_id FROM transfer
      WHERE village_id = ${villageId} AND corrects_transfer_id IS NOT NULL
    ), mirrored AS (
      SELECT reversal.transfer_id, line, account_id, amount
      FROM reversal JOIN entry ON entry.village_id = ${villageId}
        AND entry.transfer_id = reversal.transfer_id
    ), original AS (
      SELECT reversal.transfer_id, line, account_id, -amount AS amount
      FROM reversal JOIN entry ON entry.village_id = ${villageId}
        AND entry.transfer_id = reversal.corrects_transfer_id
    )
    SELECT coalesce(mirrored.transfer_id, original.transfer_id) AS transfer_id
    FROM mirrored FULL JOIN original USING (transfer_id, line, account_id, amount)
    WHERE mirrored.transfer_id IS NULL OR original.transfer_id IS NULL
    GROUP BY 1 ORDER BY 1 LIMIT 100
  `.execute(db)
  return rows.map(({ transfer_id }) => transfer_id)
}
