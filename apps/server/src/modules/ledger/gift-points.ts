import type { Tx } from '../record/index.ts'
import { householdOf } from './account-kinds.ts'
import { insertSpending } from './spending.store.ts'
import { transfer } from './transfer.ts'

export interface PointsGift {
  readonly giftId: string
  readonly fromHouseholdId: string
  readonly toHouseholdId: string
  readonly pointsHundredths: number
}

/**
 * Moves points from one household's wallet to another's. Call with both wallets locked.
 * @throws Refusal 'balance_too_low' when the giver holds less
 */
export async function giftPoints(
  tx: Tx,
  { giftId, fromHouseholdId, toHouseholdId, pointsHundredths }: PointsGift,
): Promise<void> {
  await transfer(tx, { kind: 'gift', id: giftId, mayLeaveDebt: false }, [
    { account: householdOf('wallet', fromHouseholdId), amount: -pointsHundredths },
    { account: householdOf('wallet', toHouseholdId), amount: pointsHundredths },
  ])
  const moved = { spentAt: tx.now }
  const given = { ...moved, spendingId: giftId, householdId: fromHouseholdId, pointsHundredths }
  const got = { ...moved, spendingId: tx.newId(), householdId: toHouseholdId }
  tx.write(insertSpending(tx.db, tx.villageId, given))
  tx.write(insertSpending(tx.db, tx.villageId, { ...got, pointsHundredths: -pointsHundredths }))
}
