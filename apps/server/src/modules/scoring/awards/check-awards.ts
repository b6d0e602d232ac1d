import type { Db } from '../../../platform/database/database.ts'
import { readHonour } from '../../ledger/index.ts'
import { sumFinalByHousehold } from './award-sums.store.ts'

export interface AwardFinding {
  readonly householdId: string
  readonly honourHundredths: number
  readonly finalAwardsHundredths: number
}

/**
 * Households whose honour is not the sum of their final awards (invariant 5); empty when all is
 * well. A finding is a fault: stop writing, never guess.
 */
export async function checkAwards(db: Db, villageId: string): Promise<AwardFinding[]> {
  const honour = await readHonour(db, villageId)
  const sums = await sumFinalByHousehold(db, villageId)
  return [...new Set([...honour.keys(), ...sums.keys()])]
    .map((householdId) => ({
      householdId,
      honourHundredths: honour.get(householdId) ?? 0,
      finalAwardsHundredths: sums.get(householdId) ?? 0,
    }))
    .filter((one) => one.honourHundredths !== one.finalAwardsHundredths)
}
