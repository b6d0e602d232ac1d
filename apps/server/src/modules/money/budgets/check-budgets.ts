import type { Db } from '../../../platform/database/database.ts'
import { readBalance } from '../../ledger/index.ts'
import { budgetAccount } from '../money-accounts.ts'
import { readBudgetStates } from './read-budgets.ts'

/** Budgets of which the ledger holds another amount than is left by what was set aside and spent. */
export async function checkBudgets(db: Db, villageId: string): Promise<readonly string[]> {
  const findings: string[] = []
  for (const { budgetId, closedAt, mostFen, spentFen, leftFen } of await readBudgetStates(
    db,
    villageId,
  )) {
    const balance = await readBalance(db, villageId, budgetAccount(budgetId))
    if (closedAt === null && balance !== leftFen)
      findings.push(`budget ${budgetId}: ${leftFen} fen are left, its account holds ${balance}`)
    if (spentFen > mostFen) findings.push(`budget ${budgetId}: ${spentFen} of ${mostFen} fen spent`)
  }
  return findings
}
