import type { Db } from '../../../platform/database/database.ts'
import { readBalance } from '../../ledger/index.ts'
import { heldFen } from '../money-accounts.ts'
import { selectRuns } from './payment.store.ts'

/** Runs whose hold is not the sum of what is still to be paid. */
export async function checkPayments(db: Db, villageId: string): Promise<readonly string[]> {
  const findings: string[] = []
  for (const run of await selectRuns(db, villageId)) {
    const pendingFen = run.totalFen - run.paidFen - run.failedFen
    const held = await readBalance(db, villageId, heldFen(run.runId))
    if (held !== pendingFen)
      findings.push(`payments ${run.runId}: ${pendingFen} fen wait, ${held} are held`)
  }
  return findings
}
