import type { Db } from '../../platform/database/database.ts'
import {
  selectFalseMirrors,
  selectUnbalancedTransfers,
  selectWrongBalances,
} from './check.store.ts'
import { selectUntoldSpending } from './spending.store.ts'

export interface LedgerFinding {
  readonly code: 'transfer_not_zero' | 'balance_not_sum' | 'reversal_not_mirror' | 'spending_untold'
  /** The transfer or account that is wrong. */
  readonly id: string
  readonly detail: string
}

/**
 * Looks for whatever breaks double entry in a village: transfers that do not sum to zero, kept
 * balances that are not the sum of their entries, reversals that mirror nothing. (That units do not
 * meet, and that no account is below zero that never may, the tables themselves hold.) Empty when
 * all is well; at most 100 findings of a kind. A finding is a fault: stop writing, never guess.
 */
export async function checkLedger(db: Db, villageId: string): Promise<LedgerFinding[]> {
  const transfers = await selectUnbalancedTransfers(db, villageId)
  const balances = await selectWrongBalances(db, villageId)
  const mirrors = await selectFalseMirrors(db, villageId)
  const untold = await selectUntoldSpending(db, villageId)
  return [
    ...transfers.map(({ transferId, entries, sum }) => ({
      code: 'transfer_not_zero' as const,
      id: transferId,
      detail: entries === 0 ? 'it has no entries' : `its entries sum to ${sum}, not 0`,
    })),
    ...balances.map(({ accountId, balance, sum }) => ({
      code: 'balance_not_sum' as const,
      id: accountId,
      detail: `its balance is ${balance}, its entries sum to ${sum}`,
    })),
    ...mirrors.map((transferId) => ({
      code: 'reversal_not_mirror' as const,
      id: transferId,
      detail: 'it is not the mirror of the transfer it names',
    })),
    ...(untold === null
      ? []
      : [
          {
            code: 'spending_untold' as const,
            id: 'wallet',
            detail: `sellers got ${untold.paid}, ${untold.told} stand to be counted`,
          },
        ]),
  ]
}
