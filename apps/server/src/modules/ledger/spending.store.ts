import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { LedgerTables } from './tables.ts'

const tables = (db: Db) => db.withTables<LedgerTables>()

/** What a household spent, or (below zero) got back, until its week is counted into the log. */
export async function insertSpending(
  db: Db,
  villageId: string,
  row: {
    readonly spendingId: string
    readonly householdId: string
    readonly pointsHundredths: number
    readonly spentAt: Date
    readonly ofClosing?: boolean
  },
): Promise<void> {
  await tables(db)
    .insertInto('wallet_spending')
    .values({
      village_id: villageId,
      spending_id: row.spendingId,
      household_id: row.householdId,
      points_hundredths: row.pointsHundredths,
      spent_at: row.spentAt,
      of_closing: row.ofClosing ?? false,
    })
    .execute()
}

/** Households with spendings of before an instant that no record tells yet. */
export async function selectHouseholdsToCount(
  db: Db,
  villageId: string,
  before: Date,
  limit: number,
): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('wallet_spending')
    .distinct()
    .select('household_id')
    .where('village_id', '=', villageId)
    .where('counted_at', 'is', null)
    .where('spent_at', '<', before)
    .orderBy('household_id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.household_id)
}

export interface CountedSpending {
  readonly householdId: string
  readonly spentAt: Date
  readonly pointsHundredths: number
}

/** Marks the spendings of these households of before an instant as told, once, and gives them. */
export async function takeSpendings(
  db: Db,
  villageId: string,
  householdIds: readonly string[],
  before: Date,
  countedAt: Date,
): Promise<CountedSpending[]> {
  const rows = await tables(db)
    .updateTable('wallet_spending')
    .set({ counted_at: countedAt })
    .where('village_id', '=', villageId)
    .where('counted_at', 'is', null)
    .where('spent_at', '<', before)
    .where(sql<boolean>`household_id = any(${[...householdIds]}::uuid[])`)
    .returning(['household_id', 'spent_at', 'points_hundredths'])
    .execute()
  return rows.map((row) => ({
    householdId: row.household_id,
    spentAt: row.spent_at,
    pointsHundredths: row.points_hundredths,
  }))
}

/** What the log tells each household to have spent, up to an instant. */
export async function readCountedSpent(
  db: Db,
  villageId: string,
  before: Date,
): Promise<Map<string, number>> {
  const rows = await tables(db)
    .selectFrom('wallet_spending')
    .select(['household_id', sql<number>`sum(points_hundredths)::bigint`.as('spent')])
    .where('village_id', '=', villageId)
    .where('counted_at', '<', before)
    .groupBy('household_id')
    .execute()
  return new Map(rows.map((row) => [row.household_id, row.spent]))
}

/** Sellers that hold more or less than their spendings and refunds come to. */
export async function selectUntoldSpending(
  db: Db,
  villageId: string,
): Promise<{ paid: number; told: number } | null> {
  const { rows } = await sql<{ paid: number; told: number }>`
    SELECT
      (SELECT coalesce(sum(entry.amount), 0)::bigint FROM entry
        JOIN transfer ON transfer.village_id = entry.village_id
          AND transfer.transfer_id = entry.transfer_id
        WHERE entry.village_id = ${villageId} AND transfer.cause_kind IN ('spend', 'refund')
          AND starts_with(entry.account_id, 'wallet/seller/')) AS paid,
      (SELECT coalesce(sum(points_hundredths), 0)::bigint FROM wallet_spending
        WHERE village_id = ${villageId} AND NOT of_closing) AS told
  `.execute(db)
  const [row] = rows
  return row === undefined || row.paid === row.told ? null : row
}
