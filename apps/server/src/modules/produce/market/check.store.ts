import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'

/** Those older and at their end were looked at when they were younger. */
const LATEST_ORDERS = 5_000

/** What customers are owed by the orders that are open and by the latest ones, and what their accounts hold. */
export async function selectOwedOfOrders(
  db: Db,
  villageId: string,
): Promise<readonly { number: string; owedFen: number; heldFen: number }[]> {
  const { rows } = await sql<{ number: string; owed: string; held: string }>`
    select placed.number,
      coalesce((select sum(amount_fen) from market_payment paid
        where paid.village_id = placed.village_id and paid.order_id = placed.order_id
          and paid.state = 'paid'), 0)
      - case when placed.state = 'handed_over' and placed.channel = 'online' then
          coalesce((select sum(price_fen) from market_order_pack given
            where given.village_id = placed.village_id and given.order_id = placed.order_id
              and not given.is_missing), 0)
        when placed.state = 'handed_over' and placed.channel = 'adoption' then placed.total_fen
          - coalesce((select sum(amount_fen) from market_refund refund
            where refund.village_id = placed.village_id and refund.order_id = placed.order_id), 0)
        else 0 end
      - coalesce((select sum(amount_fen) from market_refund refund
        where refund.village_id = placed.village_id and refund.order_id = placed.order_id
          and refund.state = 'done'), 0) as owed,
      coalesce((select balance from ledger_account account
        where account.village_id = placed.village_id
          and account.account_id = 'fen/customer/' || placed.order_id), 0) as held
    from market_order placed where placed.village_id = ${villageId}
      and (placed.state in ('reserved', 'paid') or placed.order_id in (
        select order_id from market_order where village_id = ${villageId}
        order by order_id desc limit ${LATEST_ORDERS}))`.execute(db)
  return rows.map((row) => ({
    number: row.number,
    owedFen: Number(row.owed),
    heldFen: Number(row.held),
  }))
}
