import type { Tx } from '../record/index.ts'
import { holdOf, householdOf, sellerOf } from './account-kinds.ts'
import { pointsCameBack } from './events.ts'
import { lockHold } from './hold.store.ts'
import { refuse } from './refusals.ts'
import { insertSpending } from './spending.store.ts'
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
  const householdId = 'holdId' in from ? await holderOf(tx, from.holdId) : from.householdId
  await transfer(tx, { kind: 'spend', id: spendId, mayLeaveDebt: false }, [
    { account: payer, amount: -pointsHundredths },
    { account: sellerOf(sellerId), amount: pointsHundredths },
  ])
  note(tx, { spendingId: spendId, householdId, pointsHundredths })
}

/** What a seller gives back of what was paid, for a cause of its own. */
export interface Refund {
  readonly refundId: string
  readonly sellerId: string
  readonly householdId: string
  readonly pointsHundredths: number
  /** When they had left the wallet, and when they were spent. */
  readonly leftAt: Date
  readonly spentAt: Date
}

/**
 * Gives points back to a household's wallet; whoever calls knows that they were paid.
 * @throws Refusal 'balance_too_low' when the seller holds less
 */
export async function refundPoints(
  tx: Tx,
  { refundId, sellerId, householdId, pointsHundredths, leftAt, spentAt }: Refund,
): Promise<void> {
  await transfer(tx, { kind: 'refund', id: refundId, mayLeaveDebt: false }, [
    { account: sellerOf(sellerId), amount: -pointsHundredths },
    { account: householdOf('wallet', householdId), amount: pointsHundredths },
  ])
  note(tx, { spendingId: refundId, householdId, pointsHundredths: -pointsHundredths })
  await tx.publish(pointsCameBack, { householdId, pointsHundredths, leftAt, spentAt })
}

async function holderOf(tx: Tx, holdId: string): Promise<string> {
  const held = await lockHold(tx.db, tx.villageId, holdId)
  if (held === null) throw refuse('balance_too_low')
  return held.householdId
}

function note(
  tx: Tx,
  spending: { spendingId: string; householdId: string; pointsHundredths: number },
): void {
  tx.write(insertSpending(tx.db, tx.villageId, { ...spending, spentAt: tx.now }))
}
