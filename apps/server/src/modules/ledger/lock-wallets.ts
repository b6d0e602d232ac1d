import type { Db } from '../../platform/database/database.ts'
import { householdOf, rowIdOf } from './account-kinds.ts'
import { lockAccounts } from './balance.store.ts'

/** Locks these wallets, in the order of their accounts, and reads what each holds. */
export async function lockWallets(
  db: Db,
  villageId: string,
  householdIds: readonly string[],
): Promise<Map<string, number>> {
  const rowOf = (householdId: string) => rowIdOf(householdOf('wallet', householdId), null)
  const held = await lockAccounts(db, villageId, [...new Set(householdIds)].map(rowOf))
  return new Map(householdIds.map((id) => [id, held.get(rowOf(id)) ?? 0]))
}
