import { civilDay } from '@azalea/text'
import type { HonourPosted } from '../ledger/index.ts'
import type { Tx } from '../record/index.ts'
import { insertPending } from './pending.store.ts'

/** Leaves a posting for the folder: one inserted row, nothing that another command could wait for. */
export async function queuePosting(tx: Tx, posted: HonourPosted): Promise<void> {
  const { householdId, personId, pointsHundredths, postedOn } = posted
  const row = { pendingId: tx.newId(), householdId, personId, pointsHundredths, postedOn }
  tx.write(insertPending(tx.db, tx.villageId, row))
}

/** Tells the folder that a household joined, left or moved; it looks itself which of these is true. */
export async function queueMembership(
  tx: Tx,
  { householdId }: { readonly householdId: string },
): Promise<void> {
  const row = { pendingId: tx.newId(), householdId, personId: null, pointsHundredths: 0 }
  tx.write(insertPending(tx.db, tx.villageId, { ...row, postedOn: civilDay(tx.now) }))
}
