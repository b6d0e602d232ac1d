import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'

/** Transfers whose entries of one unit do not sum to zero, or that have none. */
export async function selectUnbalancedTransfers(
  db: Db,
  villageId: string,
): Promise<{ transferId: string; unit: string | null; sumHundredths: number }[]> {
  const { rows } = await sql<{ transfer_id: string; unit: string | null; sum: number }>`
    SELECT transfer.transfer_id, ledger_account.unit,
      coalesce(sum(entry.amount_hundredths), 0)::bigint AS sum
    FROM transfer
    LEFT JOIN entry ON entry.village_id = transfer.village_id
      AND entry.transfer_id = transfer.transfer_id
    LEFT JOIN ledger_account ON ledger_account.village_id = entry.village_id
      AND ledger_account.account_id = entry.account_id
    WHERE transfer.village_id = ${villageId}
    GROUP BY transfer.transfer_id, ledger_account.unit
    HAVING count(entry.line) = 0 OR sum(entry.amount_hundredths) <> 0
    ORDER BY transfer.transfer_id
    LIMIT 100
  `.execute(db)
  return rows.map((row) => ({
    transferId: row.transfer_id,
    unit: row.unit,
    sumHundredths: row.sum,
  }))
}

/** Household accounts whose balance is not the sum of their entries. */
export async function selectWrongBalances(
  db: Db,
  villageId: string,
): Promise<{ accountId: string; balanceHundredths: number; sumHundredths: number }[]> {
  const { rows } = await sql<{ account_id: string; balance_hundredths: number; sum: number }>`
    SELECT account.account_id, account.balance_hundredths, coalesce(total.sum, 0)::bigint AS sum
    FROM ledger_account AS account
    LEFT JOIN (
      SELECT account_id, sum(amount_hundredths) AS sum FROM entry
      WHERE village_id = ${villageId} GROUP BY account_id
    ) AS total ON total.account_id = account.account_id
    WHERE account.village_id = ${villageId} AND account.owner_kind = 'household'
      AND account.balance_hundredths <> coalesce(total.sum, 0)
    ORDER BY account.account_id
    LIMIT 100
  `.execute(db)
  return rows.map((row) => ({
    accountId: row.account_id,
    balanceHundredths: row.balance_hundredths,
    sumHundredths: row.sum,
  }))
}

/** Reversals that are not the mirror of the transfer that they name. */
export async function selectFalseMirrors(db: Db, villageId: string): Promise<string[]> {
  const { rows } = await sql<{ transfer_id: string }>`
    SELECT reversal.transfer_id
    FROM transfer AS reversal
    JOIN entry AS mirror ON mirror.village_id = reversal.village_id
      AND mirror.transfer_id = reversal.transfer_id
    LEFT JOIN entry AS original ON original.village_id = reversal.village_id
      AND original.transfer_id = reversal.corrects_transfer_id
      AND original.line = mirror.line
    WHERE reversal.village_id = ${villageId} AND reversal.cause_kind = 'reversal'
      AND (original.account_id IS DISTINCT FROM mirror.account_id
        OR original.amount_hundredths IS DISTINCT FROM -mirror.amount_hundredths)
    GROUP BY reversal.transfer_id
    ORDER BY reversal.transfer_id
    LIMIT 100
  `.execute(db)
  return rows.map((row) => row.transfer_id)
}
