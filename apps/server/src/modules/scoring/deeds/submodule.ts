import { deedsInbox } from './deeds-inbox.ts'
import { deedsDuties } from './duties.ts'
import { ownDeeds } from './own-deeds.ts'
import type { Module } from '../../../platform/module.ts'
import type { ScoringParts } from '../rules/index.ts'
import { registerDeedRoutes } from './deed.routes.ts'

export const deedsSubmodule: Module<ScoringParts> = {
  name: 'deeds',
  routes: registerDeedRoutes,
  inbox: [deedsInbox],
  dataBank: [ownDeeds],
  duties: [deedsDuties],
}
