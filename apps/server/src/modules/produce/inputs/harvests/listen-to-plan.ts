import type { EventBus } from '../../../../platform/events.ts'
import type { Tx } from '../../../record/index.ts'
import { harvestDone } from '../../plan/index.ts'
import { lockPlotStory } from '../plot-story.store.ts'
import { mayHarvest } from './may-harvest.ts'

/** A harvest that is marked as done is one: no interval and no test may bar it. */
export function listenToPlan(events: EventBus<Tx>): void {
  events.on(harvestDone, async ({ db, villageId }, { plotId, day }) => {
    await lockPlotStory(db, villageId, plotId)
    await mayHarvest(db, villageId, plotId, day)
  })
}
