import type { Db } from '../../platform/database/database.ts'
import { holdOf, rowIdOf } from './account-kinds.ts'
import { lockAccount } from './balance.store.ts'
import type { LedgerTables } from './tables.ts'

/** Locks a hold and reads whose it is, since when, and what is left in it; null when it never was. */
export async function lockHold(
  db: Db,
  villageId: string,
  holdId: string,
): Promise<{ householdId: string; pointsHundredths: number; heldAt: Date } | null> {
  const left = await lockAccount(db, villageId, rowIdOf(holdOf(holdId), null))
  if (left === null) return null
  const { owner_id, posted_at } = await db
    .withTables<LedgerTables>()
    .selectFrom('transfer')
    .innerJoin('entry', (join) =>
      join
        .onRef('entry.village_id', '=', 'transfer.village_id')
        .onRef('entry.transfer_id', '=', 'transfer.transfer_id'),
    )
    .innerJoin('ledger_account', (join) =>
      join
        .onRef('ledger_account.village_id', '=', 'entry.village_id')
        .onRef('ledger_account.account_id', '=', 'entry.account_id'),
    )
    .select(['owner_id', 'posted_at'])
    .where('transfer.village_id', '=', villageId)
    .where('cause_kind', '=', 'hold')
    .where('cause_id', '=', holdId)
    .where('owner_kind', '=', 'household')
    .executeTakeFirstOrThrow()
  return { householdId: owner_id, pointsHundredths: left, heldAt: posted_at }
}
