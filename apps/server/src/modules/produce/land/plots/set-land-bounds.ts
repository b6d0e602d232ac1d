import type { Actor } from '../../../../platform/actor.ts'
import { COUNTRY } from '../geometry/check-drawing.ts'
import { isWithin, type Box } from '../geometry/ring.ts'
import type { LandCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { saveBounds } from './bounds.store.ts'
import { lockLand, selectPlotsOf } from './plot.store.ts'

const DEGREE_E7 = 10_000_000

/**
 * Says within which box the village's plots lie.
 * @throws Refusal 'bounds_wrong' when it is no box in the country, too large, or leaves a plot out
 */
export async function setLandBounds(
  { act }: Pick<LandCommands, 'act'>,
  actor: Actor,
  key: string,
  input: Box,
): Promise<Record<string, never>> {
  return act({ name: 'set-land-bounds', actor, key, input: { ...input } }, async (tx) => {
    const wide = input.eastE7 - input.westE7
    const high = input.northE7 - input.southE7
    const isBox = wide > 0 && high > 0 && wide <= DEGREE_E7 && high <= DEGREE_E7
    if (!isBox || !isWithin(input, COUNTRY)) throw refuse('bounds_wrong')
    await lockLand(tx.db, tx.villageId)
    const plots = await selectPlotsOf(tx.db, tx.villageId)
    if (plots.some(({ box }) => !isWithin(box, input))) throw refuse('bounds_wrong')
    await saveBounds(tx.db, tx.villageId, input, { by: actor.personId, at: tx.now })
    return {}
  })
}
