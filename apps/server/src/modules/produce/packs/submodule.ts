import type { Module } from '../../../platform/module.ts'
import { packDuties } from './duties.ts'
import { registerPackRoutes } from './pack.routes.ts'
import { readPackLabels } from './packing/read-pack-labels.ts'
import type { PackParts } from './parts.ts'

export const packsSubmodule: Module<PackParts> = {
  name: 'packs',
  routes: (http, parts) => registerPackRoutes(http, parts),
  duties: [packDuties],
  paper: [{ packLabels: readPackLabels }],
}
