import type { Module } from '../../platform/module.ts'
import type { Standing } from './create-standing.ts'
import { rankHome } from './rank-home.ts'
import { registerStandingRoutes, type StandingRouteParts } from './routes.ts'

export const standingModule: Module<StandingRouteParts & { readonly standing: Standing }> = {
  name: 'standing',
  home: [rankHome],
  routes: (http, parts) => {
    registerStandingRoutes(http, parts)
    http.addHook('onClose', () => parts.standing.folder.stop())
  },
  jobs: ({ standing }) => [
    { name: 'fold-standing', everyMinutes: 1, run: () => standing.foldAllVillages() },
  ],
}
