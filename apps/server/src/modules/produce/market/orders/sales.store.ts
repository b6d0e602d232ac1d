import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import { periodTable, type Period } from '../../../money/index.ts'
import type { MarketTables } from '../tables.ts'

/** What the company earned of customers in one way within a month of a period. */
export interface Sales {
  /** Null: of no period. */
  readonly periodId: string | null
  /** `YYYY-MM`, in the village's time. */
  readonly month: string
  readonly channel: MarketTables['market_order']['channel']
  readonly orders: number
  readonly earnedFen: number
}

/** From the ledger: what customers had paid, and have the goods for. Money that goes back is not in it. */
export async function selectSales(
  db: Db,
  villageId: string,
  periods: readonly Period[],
): Promise<Sales[]> {
  const { rows } = await sql<{
    period_id: string | null
    month: string
    channel: Sales['channel']
    orders: number
    earned: number
  }>`
    WITH earned AS (
      SELECT (posted_at AT TIME ZONE 'Asia/Shanghai')::date AS day, channel, amount
      FROM transfer JOIN entry USING (village_id, transfer_id)
      JOIN market_order ON market_order.village_id = transfer.village_id AND order_id = cause_id
      WHERE transfer.village_id = ${villageId} AND cause_kind = 'customer-earning' AND amount > 0
    )
    SELECT period_id, to_char(day, 'YYYY-MM') AS month, channel, count(*)::int AS orders,
      sum(amount)::bigint AS earned
    FROM earned LEFT JOIN ${periodTable(periods)} ON day BETWEEN begins_on AND ends_on
    GROUP BY period_id, to_char(day, 'YYYY-MM'), channel
    ORDER BY month, channel`.execute(db)
  return rows.map((row) => ({
    periodId: row.period_id,
    month: row.month,
    channel: row.channel,
    orders: row.orders,
    earnedFen: row.earned,
  }))
}
