import { harvestDeclared } from '@azalea/records'
import { addCivilDays, civilDay } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { requireJoinedMember } from '../../../community/index.ts'
import type { Commands } from '../parts.ts'
import { readGrownPlot, requireGrower } from '../plot-grower.ts'
import { lockPlotStory } from '../plot-story.store.ts'
import { refuse } from '../refusals.ts'
import { insertHarvest } from './harvest.store.ts'
import { mayHarvest } from './may-harvest.ts'

const FARTHEST_DAYS = 30

export interface DeclareHarvestInput {
  readonly plotId: string
  readonly on: string
  readonly crop: string
  readonly expectedGrams: number
}

/**
 * A grower says when the plot is harvested and how much is expected: never before the longest interval
 * of everything put on it has passed, nor while a residue test holds it.
 * @throws Refusal 'unknown_plot_of_inputs', 'not_the_grower', 'harvest_day_wrong',
 *   'harvest_declared', those of mayHarvest and requireJoinedMember
 */
export async function declareHarvest(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: DeclareHarvestInput,
): Promise<{ readonly harvestId: string }> {
  return act({ name: 'declare-harvest', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId, now } = tx
    const { plotId, on, crop, expectedGrams } = input
    const today = civilDay(now)
    if (on < today || on > addCivilDays(today, FARTHEST_DAYS)) throw refuse('harvest_day_wrong')
    await requireJoinedMember(tx, actor.personId, actor)
    await lockPlotStory(db, villageId, plotId)
    const grown = await readGrownPlot(db, villageId, plotId, now)
    const householdId = requireGrower(grown, actor)
    await mayHarvest(db, villageId, plotId, on)
    const harvestId = tx.newId()
    const declaredBy = actor.personId
    const harvest = { ...input, harvestId, declaredBy, householdId, declaredAt: now }
    if (!(await insertHarvest(db, villageId, harvest))) throw refuse('harvest_declared')
    const secret = await secrets.of(db, villageId)
    tx.append(
      harvestDeclared({
        recordId: harvestId,
        public: { subject: secret.pseudonym('subject', plotId), on, crop, expectedGrams },
        parts: [{ personId: declaredBy, payload: { harvestId, plotId, declaredBy } }],
      }),
    )
    return { harvestId }
  })
}
