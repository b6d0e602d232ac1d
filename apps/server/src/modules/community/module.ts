import type { Module } from '../../platform/module.ts'
import { registerCommunityRoutes, type CommunityParts } from './community.routes.ts'
import { forgetExpired } from './forget-expired.ts'

export const communityModule: Module<CommunityParts> = {
  name: 'community',
  routes: registerCommunityRoutes,
  jobs: ({ database, clock }) => [
    { name: 'forget-expired', everyMinutes: 30, run: () => forgetExpired(database, clock) },
  ],
}
