import type { Db } from '../../../platform/database/database.ts'
import { readMoved } from '../../ledger/index.ts'
import { readDropped } from './closing.store.ts'
import { START } from './start-wallet.ts'

/** What the log tells of each household's wallet beside its awards and what it spent. */
export async function readWalletGrants(
  db: Db,
  villageId: string,
  before: Date,
): Promise<Map<string, number>> {
  const granted = await readMoved(db, villageId, [START], before)
  for (const [householdId, dropped] of await readDropped(db, villageId, before))
    granted.set(householdId, (granted.get(householdId) ?? 0) - dropped)
  return granted
}
