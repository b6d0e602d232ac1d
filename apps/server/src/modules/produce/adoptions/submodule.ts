import type { Module } from '../../../platform/module.ts'
import { registerAdoptionRoutes } from './adoption.routes.ts'
import { registerAdoptionDeskRoutes } from './adoption-desk.routes.ts'
import { adoptionDuties } from './duties.ts'
import type { AdoptionParts } from './parts.ts'
import { listenToMarket } from './shares/adopt-share.ts'
import { clearUpdates } from './updates/update.store.ts'

export const adoptionsSubmodule: Module<AdoptionParts> = {
  name: 'adoptions',
  routes: (http, parts) => {
    registerAdoptionRoutes(http, parts)
    registerAdoptionDeskRoutes(http, parts)
  },
  listen: ({ events, secrets }) => listenToMarket(events, secrets),
  duties: [adoptionDuties],
  erase: [(_, { db, villageId }, { personId }) => clearUpdates(db, villageId, personId)],
}
