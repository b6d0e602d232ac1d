import type { Module } from '../../platform/module.ts'
import { checkAwards } from './awards/check-awards.ts'
import { countAwardsJob, type CountParts } from './awards/count-awards.ts'
import { finaliseAwardsJob } from './notices/finalise-awards.ts'
import { clearAnsweredObjectionsJob } from './objections/clear-answered-words.ts'
import { escalateObjectionsJob } from './objections/escalate-objections.ts'
import type { ScoringParts } from './parts.ts'
import { checkSheets } from './rules/check-sheets.ts'
import { registerScoringRoutes } from './scoring.routes.ts'
import { closeDayJob, type CloseDayParts } from './statement/close-day.ts'

export const scoringModule: Module<ScoringParts & CountParts & CloseDayParts> = {
  name: 'scoring',
  routes: registerScoringRoutes,
  jobs: (parts) => [
    finaliseAwardsJob(parts),
    escalateObjectionsJob(parts),
    clearAnsweredObjectionsJob(parts),
    countAwardsJob(parts),
    closeDayJob(parts),
  ],
  checks: [checkAwards, checkSheets],
}
