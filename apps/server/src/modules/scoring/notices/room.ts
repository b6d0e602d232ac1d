import type { Module } from '../../../platform/module.ts'
import type { ScoringParts } from '../rules/index.ts'
import { finaliseAwardsJob } from './finalise-awards.ts'
import { registerNoticeRoutes } from './notice.routes.ts'

export const noticesRoom: Module<ScoringParts> = {
  name: 'notices',
  routes: registerNoticeRoutes,
  jobs: (parts) => [finaliseAwardsJob(parts)],
}
