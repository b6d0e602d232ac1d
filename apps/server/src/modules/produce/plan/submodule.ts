import type { Module } from '../../../platform/module.ts'
import { registerCropRoutes } from './crops/crop.routes.ts'
import { planDuties } from './duties.ts'
import type { PlanParts } from './parts.ts'

export const planSubmodule: Module<PlanParts> = {
  name: 'plan',
  routes: (http, parts) => registerCropRoutes(http, parts),
  duties: [planDuties],
}
