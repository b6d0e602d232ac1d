import type { Module } from '../../../platform/module.ts'
import { registerDigitalLinkRoutes } from './digital-link/digital-link.routes.ts'
import { registerEpcisRoutes } from './epcis/epcis.routes.ts'
import type { TraceParts } from './parts.ts'
import { registerTraceRoutes } from './trace.routes.ts'

export const traceSubmodule: Module<TraceParts> = {
  name: 'trace',
  routes: (http, parts) => {
    registerTraceRoutes(http, parts)
    registerEpcisRoutes(http, parts)
    registerDigitalLinkRoutes(http, parts)
  },
}
