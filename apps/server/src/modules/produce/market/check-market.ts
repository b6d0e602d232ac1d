import type { Db } from '../../../platform/database/database.ts'
import { selectOwedOfOrders } from './check.store.ts'

/** Orders of which the ledger holds other money than was paid, earned and given back. */
export async function checkMarket(db: Db, villageId: string): Promise<readonly string[]> {
  const rows = await selectOwedOfOrders(db, villageId)
  return rows
    .filter(({ owedFen, heldFen }) => owedFen !== heldFen)
    .map(({ number, owedFen, heldFen }) => `order ${number}: ${owedFen} fen owed, ${heldFen} held`)
}
