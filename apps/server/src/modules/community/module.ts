import type { Module } from '../../platform/module.ts'
import { registerCommunityRoutes, type CommunityParts } from './community.routes.ts'
import { settleLeaves } from './consent/settle-leaves.ts'
import { forgetExpired } from './forget-expired.ts'

export const communityModule: Module<CommunityParts> = {
  name: 'community',
  routes: registerCommunityRoutes,
  jobs: (parts) => [
    {
      name: 'forget-expired',
      everyMinutes: 30,
      run: () => forgetExpired(parts.database, parts.clock),
    },
    { name: 'settle-leaves', everyMinutes: 30, run: () => settleLeaves(parts) },
  ],
}
