import type { HarvestGrade } from '@azalea/produce-rules'
import type { Actor } from '../../../platform/actor.ts'
import { readHousemates } from '../../community/index.ts'
import { readHarvest } from '../inputs/index.ts'
import { openLot, type OpenedLot } from './open-lot.ts'
import type { LotCommands } from './parts.ts'
import { refuse } from './refusals.ts'

export interface BringLotInput {
  readonly harvestId: string
  readonly grade: HarvestGrade
  readonly grams: number
}

/**
 * Weighs what a grower brings without selling it in a round, by somebody of another household.
 * @throws Refusal 'own_household_lot', those of openLot
 */
export async function bringLot(
  { act, secrets }: LotCommands,
  actor: Actor,
  key: string,
  input: BringLotInput,
): Promise<OpenedLot> {
  return act({ name: 'bring-lot', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId } = tx
    const harvest = await readHarvest(db, villageId, input.harvestId)
    if (harvest === null) throw refuse('unknown_harvest')
    const { home } = await readHousemates(db, villageId, actor.personId)
    if (home === harvest.householdId) throw refuse('own_household_lot')
    return openLot(tx, secrets, { ...input, openedBy: actor.personId, weighInId: null })
  })
}
