import type { Module } from '../../../platform/module.ts'
import { inputDuties } from './duties.ts'
import { registerApprovedListRoutes } from './lists/approved-list.routes.ts'
import type { InputParts } from './parts.ts'

export const inputsSubmodule: Module<InputParts> = {
  name: 'inputs',
  routes: registerApprovedListRoutes,
  duties: [inputDuties],
}
