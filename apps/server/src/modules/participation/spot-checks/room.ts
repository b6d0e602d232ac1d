import type { EventBus } from '../../../platform/events.ts'
import type { Module } from '../../../platform/module.ts'
import type { Tx } from '../../record/index.ts'
import type { ParticipationParts } from '../ground/parts.ts'
import { drawChecksJob, type DrawParts } from './draw-checks.ts'
import { eraseChecks } from './erase-checks.ts'
import { lapseChecksJob } from './lapse-checks.ts'
import { registerSpotCheckRoutes } from './spot-check.routes.ts'

export const spotChecksRoom: Module<
  ParticipationParts & DrawParts & { readonly events: EventBus<Tx> }
> = {
  name: 'spot-checks',
  listen: ({ events }) => eraseChecks(events),
  routes: registerSpotCheckRoutes,
  jobs: (parts) => [lapseChecksJob(parts), drawChecksJob(parts)],
}
