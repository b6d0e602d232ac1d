import type { Module } from '../../../platform/module.ts'
import type { TraceParts } from './parts.ts'
import { registerTraceRoutes } from './trace.routes.ts'

export const traceSubmodule: Module<TraceParts> = {
  name: 'trace',
  routes: (http, parts) => registerTraceRoutes(http, parts),
}
