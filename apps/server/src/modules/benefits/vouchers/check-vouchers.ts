import type { Db } from '../../../platform/database/database.ts'
import { selectUnevenVouchers } from './issued/voucher.store.ts'
import { selectUnevenSettlements } from './settlements/settlement.store.ts'

/** Names vouchers whose money is not where their state says, and months paid otherwise than spent. */
export async function checkVouchers(db: Db, villageId: string) {
  const vouchers = await selectUnevenVouchers(db, villageId)
  const settlements = await selectUnevenSettlements(db, villageId)
  return [
    ...vouchers.map((id) => ({ code: 'voucher_not_even' as const, id })),
    ...settlements.map((id) => ({ code: 'settlement_not_even' as const, id })),
  ]
}
