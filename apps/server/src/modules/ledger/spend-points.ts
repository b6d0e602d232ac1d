import type { Tx } from '../record/index.ts'
import { holdOf, householdOf, sellerOf } from './account-kinds.ts'
import { SPENT } from './account.store.ts'
import { transfer } from './transfer.ts'

export interface Spending {
  /** What was bought: it is paid once. */
  readonly spendId: string
  /** Whose wallet pays, or the hold in which the points were set aside. */
  readonly from: { readonly householdId: string } | { readonly holdId: string }
  readonly sellerId: string
  readonly pointsHundredths: number
}

/**
 * Pays a seller with points.
 * @throws Refusal 'balance_too_low' when wallet or hold holds less;
 *   Error when the seller's account was never opened
 */
export async function spendPoints(
  tx: Tx,
  { spendId, from, sellerId, pointsHundredths }: Spending,
): Promise<void> {
  const payer = 'holdId' in from ? holdOf(from.holdId) : householdOf('wallet', from.householdId)
  await transfer(tx, { kind: SPENT, id: spendId, mayLeaveDebt: false }, [
    { account: payer, amount: -pointsHundredths },
    { account: sellerOf(sellerId), amount: pointsHundredths },
  ])
}
