import type { Actor } from '../../../platform/actor.ts'
import { concernsKin, sendMessage } from '../../community/index.ts'
import { hasOpenObjection } from './disputed.store.ts'
import { refuse } from '../ground/refusals.ts'
import type { Commands } from '../rules/index.ts'
import { lockAward, readHouseholdOfAward } from './award.store.ts'
import { takeBack } from './take-back.ts'
import { lockHouseholds } from './usage.store.ts'

/**
 * Takes an award back, whatever its state, by a compensating transfer if it was posted. The award
 * stays readable with the reason. What caps had cut off other awards meanwhile is not given back:
 * each was right when it was calibrated.
 * @throws Refusal 'unknown_award', 'own_household_award', 'already_reversed', 'award_disputed'
 */
export async function reverseAward(
  { act, scoring }: Commands,
  actor: Actor,
  key: string,
  input: { readonly awardId: string; readonly reason: string },
): Promise<Record<string, never>> {
  return act({ name: 'reverse-award', actor, key, input: { ...input } }, async (tx) => {
    const householdId = await readHouseholdOfAward(tx.db, tx.villageId, input.awardId)
    if (householdId === null) throw refuse('unknown_award')
    await lockHouseholds(tx.db, tx.villageId, [householdId])
    const award = await lockAward(tx.db, tx.villageId, input.awardId)
    if (award === null) throw refuse('unknown_award')
    if (await concernsKin(tx.db, tx.villageId, actor.personId, award))
      throw refuse('own_household_award')
    if (award.state === 'reversed') throw refuse('already_reversed')
    if (await hasOpenObjection(tx.db, tx.villageId, award.awardId)) throw refuse('award_disputed')
    const { reason } = input
    const why = { by: actor.personId, reason, supersededBy: null }
    const { postedHundredths } = await takeBack(tx, scoring, award, why)
    await sendMessage(tx, award.personId, 'award.reversed', {
      awardId: award.awardId,
      itemRef: award.itemRef,
      pointsHundredths: award.pointsHundredths,
      honourHundredths: -postedHundredths,
      reason,
    })
    return {}
  })
}
