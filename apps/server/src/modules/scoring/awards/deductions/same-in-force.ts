import { isInForce } from '@azalea/scoring'
import type { Tx } from '../../../record/index.ts'
import type { JudgedContribution } from '../judged-contribution.ts'
import { selectStandingDeductions } from './deduction.store.ts'

/**
 * How many deductions of the same item and household were in force on the day of the deed, for items
 * whose repetition costs more. The caller holds the household's lock.
 */
export async function sameInForceOf(
  tx: Pick<Tx, 'db' | 'villageId'>,
  { item, householdId, occurredOn }: JudgedContribution,
): Promise<{ sameInForce?: number }> {
  if (!item.stages.some(({ stage }) => stage === 'repeat')) return {}
  const account = { householdId, itemRef: item.ref }
  const standing = await selectStandingDeductions(tx.db, tx.villageId, account)
  const inForce = standing.filter(({ countsFrom, mendedOn }) =>
    isInForce(item, { countsFrom, ...(mendedOn === null ? {} : { mendedOn }) }, occurredOn),
  )
  return { sameInForce: inForce.length }
}
