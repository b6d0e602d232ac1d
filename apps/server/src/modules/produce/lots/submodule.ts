import { anyRows } from '../../../platform/contributions.ts'
import type { Module } from '../../../platform/module.ts'
import { lotDuties } from './duties.ts'
import { selectLotsOfHousehold } from './lot.store.ts'
import { registerLotRoutes } from './lot.routes.ts'
import type { LotParts } from './parts.ts'

export const lotsSubmodule: Module<LotParts> = {
  name: 'lots',
  routes: (http, parts) => registerLotRoutes(http, parts),
  duties: [lotDuties],
  dataBank: [
    {
      shape: { harvestLots: anyRows },
      counted: { harvestLots: { zh: '过磅入库的采收批次', en: 'Harvest lots weighed' } },
      read: async (_, { db, actor: { villageId, householdId } }) => ({
        harvestLots:
          householdId === null
            ? []
            : (await selectLotsOfHousehold(db, villageId, householdId)).map((lot) => ({
                ...lot,
                openedAt: lot.openedAt.toISOString(),
              })),
      }),
    },
  ],
}
