import type { Tx } from '../record/index.ts'
import { holdOf, householdOf } from './account-kinds.ts'
import { pointsCameBack } from './events.ts'
import { lockHold } from './hold.store.ts'
import { refuse } from './refusals.ts'
import { transfer } from './transfer.ts'

export interface Hold {
  readonly holdId: string
  readonly householdId: string
  readonly pointsHundredths: number
}

/**
 * Sets points of a household's wallet aside: they can be spent from the hold (`spendPoints`) or go
 * back (`releaseHold`), and nothing else can take them meanwhile.
 * @throws Refusal 'balance_too_low'
 */
export async function holdPoints(
  tx: Tx,
  { holdId, householdId, pointsHundredths }: Hold,
): Promise<void> {
  await transfer(tx, { kind: 'hold', id: holdId, mayLeaveDebt: false }, [
    { account: householdOf('wallet', householdId), amount: -pointsHundredths },
    { account: holdOf(holdId), amount: pointsHundredths },
  ])
}

/**
 * Gives back to the household what a hold still holds.
 * @returns how much that was, in hundredths
 * @throws Refusal 'hold_ended' when nothing is left in it, or it never was
 */
export async function releaseHold(tx: Tx, holdId: string): Promise<number> {
  const held = await lockHold(tx.db, tx.villageId, holdId)
  if (held === null || held.pointsHundredths === 0) throw refuse('hold_ended')
  const { householdId, pointsHundredths, heldAt } = held
  await transfer(tx, { kind: 'release', id: holdId, mayLeaveDebt: false }, [
    { account: holdOf(holdId), amount: -pointsHundredths },
    { account: householdOf('wallet', householdId), amount: pointsHundredths },
  ])
  const back = { householdId, pointsHundredths, leftAt: heldAt, spentAt: null }
  await tx.publish(pointsCameBack, back)
  return pointsHundredths
}
