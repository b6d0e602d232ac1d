import { repairsDuties } from './duties.ts'
import type { Module } from '../../../platform/module.ts'
import type { ScoringParts } from '../rules/index.ts'
import { registerRepairRoutes } from './repair.routes.ts'

export const repairsSubmodule: Module<ScoringParts> = {
  name: 'repairs',
  routes: registerRepairRoutes,
  duties: [repairsDuties],
}
