import type { Tx } from '../record/index.ts'
import { householdOf, issuerOf } from './account-kinds.ts'
import { insertSpending } from './spending.store.ts'
import { transferAll } from './transfer.ts'

/** Why points leave wallets for nobody: the end of their year. */
export const CLOSE = 'close'

export interface Drop {
  readonly dropId: string
  readonly householdId: string
  readonly pointsHundredths: number
}

/**
 * Takes points out of wallets that nobody gets. Call with the wallets locked.
 * @throws Refusal 'balance_too_low' when one holds less
 */
export async function dropPoints(tx: Tx, drops: readonly Drop[]): Promise<void> {
  await transferAll(
    tx,
    drops.map(({ dropId, householdId, pointsHundredths }) => ({
      cause: { kind: CLOSE, id: dropId, mayLeaveDebt: false },
      lines: [
        { account: householdOf('wallet', householdId), amount: -pointsHundredths },
        { account: issuerOf('wallet'), amount: pointsHundredths },
      ],
    })),
  )
}

/** Lets the week's sum of a household tell so many points more as gone, or (below zero) fewer. */
export function noteInWeek(tx: Tx, { dropId, householdId, pointsHundredths }: Drop): void {
  const note = { spendingId: dropId, householdId, pointsHundredths, spentAt: tx.now }
  tx.write(insertSpending(tx.db, tx.villageId, { ...note, ofClosing: true }))
}
