import type { Db } from '../../../platform/database/database.ts'
import { selectUnevenPurchases } from './purchases/purchase.store.ts'
import { selectUnevenLots } from './stock/lot.store.ts'

/** Names lots whose stock does not add up, and purchases whose points are not where their state says. */
export async function checkStock(db: Db, villageId: string) {
  const lots = await selectUnevenLots(db, villageId)
  const purchases = await selectUnevenPurchases(db, villageId)
  return [
    ...lots.map((id) => ({ code: 'stock_not_even' as const, id })),
    ...purchases.map((id) => ({ code: 'purchase_not_even' as const, id })),
  ]
}
