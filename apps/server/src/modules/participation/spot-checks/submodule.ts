import { spotChecksDuties } from './duties.ts'
import { checkInbox } from './list-check-inbox.ts'
import { ownChecks } from './own-checks.ts'
import type { Module } from '../../../platform/module.ts'
import type { ParticipationParts } from '../ground/parts.ts'
import { drawChecksJob, type DrawParts } from './draw-checks.ts'
import { lapseChecksJob } from './lapse-checks.ts'
import { registerSpotCheckRoutes } from './spot-check.routes.ts'

export const spotChecksSubmodule: Module<ParticipationParts & DrawParts> = {
  name: 'spot-checks',
  routes: registerSpotCheckRoutes,
  jobs: (parts) => [lapseChecksJob(parts), drawChecksJob(parts)],
  inbox: [checkInbox],
  dataBank: [ownChecks],
  duties: [spotChecksDuties],
}
