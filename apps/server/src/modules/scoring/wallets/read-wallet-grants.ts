import type { Db } from '../../../platform/database/database.ts'
import { readMoved } from '../../ledger/index.ts'
import { START } from './start-wallet.ts'

/** What the log tells of each household's wallet beside its awards and what it spent. */
export async function readWalletGrants(
  db: Db,
  villageId: string,
  before: Date,
): Promise<Map<string, number>> {
  return readMoved(db, villageId, [START], before)
}
