import type { EventBus } from '../../platform/events.ts'
import type { Module } from '../../platform/module.ts'
import type { Tx } from '../record/index.ts'
import { forgottenCheckOutsJob } from './attendance/close-forgotten-check-outs.ts'
import { clearEndedReportsJob } from './breach-reports/clear-ended-words.ts'
import { recountReportsJob, type RecountParts } from './breach-reports/recount-ended-reports.ts'
import { settleReportsJob } from './breach-reports/settle-reports.ts'
import { calibrateRatingsJob, type CalibrateParts } from './calibrated-ratings/calibrate-village.ts'
import { listenToCommunity } from './listen-to-community.ts'
import { registerParticipationRoutes, type ParticipationParts } from './participation.routes.ts'
import { drawChecksJob, type DrawParts } from './spot-checks/draw-checks.ts'
import { lapseChecksJob } from './spot-checks/lapse-checks.ts'

export const participationModule: Module<
  ParticipationParts & RecountParts & CalibrateParts & DrawParts & { readonly events: EventBus<Tx> }
> = {
  name: 'participation',
  listen: ({ events, secrets }) => listenToCommunity(events, secrets),
  routes: registerParticipationRoutes,
  jobs: (parts) => [
    forgottenCheckOutsJob(parts),
    settleReportsJob(parts),
    recountReportsJob(parts),
    clearEndedReportsJob(parts),
    lapseChecksJob(parts),
    calibrateRatingsJob(parts),
    drawChecksJob(parts),
  ],
}
