import type { Module } from '../../platform/module.ts'
import type { OverviewParts } from './parts.ts'
import { registerOverviewRoutes } from './routes.ts'

export const overviewModule: Module<OverviewParts> = {
  name: 'overview',
  routes: registerOverviewRoutes,
}
