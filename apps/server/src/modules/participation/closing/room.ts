import type { Module } from '../../../platform/module.ts'
import type { ParticipationParts } from '../ground/parts.ts'
import { registerClosingRoutes } from './closing.routes.ts'

export const closingRoom: Module<ParticipationParts> = {
  name: 'closing',
  routes: registerClosingRoutes,
}
