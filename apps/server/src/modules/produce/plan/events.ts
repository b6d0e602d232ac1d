import { defineEvent } from '../../../platform/events.ts'

/** A grower says that a plot was harvested; who listens may refuse. */
export const harvestDone = defineEvent<{ readonly plotId: string; readonly day: string }>(
  'plan.harvest-done',
)
