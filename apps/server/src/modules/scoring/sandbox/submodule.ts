import type { Module } from '../../../platform/module.ts'
import type { ScoringParts } from '../rules/index.ts'
import { registerSandboxRoutes } from './sandbox.routes.ts'

export const sandboxSubmodule: Module<ScoringParts> = {
  name: 'sandbox',
  routes: registerSandboxRoutes,
}
