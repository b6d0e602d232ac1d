import { anyRows } from '../../../platform/contributions.ts'
import type { EventBus } from '../../../platform/events.ts'
import type { NewId } from '../../../platform/identity.ts'
import type { Module } from '../../../platform/module.ts'
import { householdLeft } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { checkStock } from './check-stock.ts'
import { registerCounterRoutes } from './counter.routes.ts'
import { shopDuties } from './duties.ts'
import { lapseReservationsJob } from './purchases/lapse-reservations.ts'
import type { ShopParts } from './parts.ts'
import { endReservation } from './purchases/end-reservation.ts'
import { lockPurchase, selectPurchasesOf, selectReservedOf } from './purchases/purchase.store.ts'
import { shopInbox } from './list-shop-inbox.ts'
import { registerShopRoutes } from './shop.routes.ts'
import { registerStockRoutes } from './stock.routes.ts'
import { clearWordsOf } from './stock/stock-move.store.ts'

/** More than a busy household buys in ten years. */
const EVERY = 5_000

export const shopSubmodule: Module<
  ShopParts & { readonly events: EventBus<Tx>; readonly newId: NewId }
> = {
  name: 'shop',
  listen: ({ events, secrets }) =>
    events.on(householdLeft, async (tx, { householdId }) => {
      for (const purchaseId of await selectReservedOf(tx.db, tx.villageId, householdId)) {
        const purchase = await lockPurchase(tx.db, tx.villageId, purchaseId)
        if (purchase?.state === 'reserved') await endReservation(tx, secrets, purchase, 'cancelled')
      }
    }),
  routes: (http, parts) => {
    registerShopRoutes(http, parts)
    registerCounterRoutes(http, parts)
    registerStockRoutes(http, parts)
  },
  jobs: (parts) => [lapseReservationsJob(parts)],
  checks: [checkStock],
  duties: [shopDuties],
  inbox: [shopInbox],
  dataBank: [
    {
      shape: { purchases: anyRows },
      counted: {
        purchases: { zh: '积分超市的预留和兑换', en: 'Reservations and purchases of the shop' },
      },
      read: async (_, { db, actor: { villageId, householdId } }) => ({
        purchases:
          householdId === null
            ? []
            : (await selectPurchasesOf(db, villageId, householdId, EVERY)).map((purchase) => ({
                ...purchase,
                reservedAt: purchase.reservedAt.toISOString(),
                fetchUntil: purchase.fetchUntil.toISOString(),
                handedAt: purchase.handedAt?.toISOString() ?? null,
                fetchedAt: purchase.fetchedAt?.toISOString() ?? null,
                returnedAt: purchase.returnedAt?.toISOString() ?? null,
              })),
      }),
    },
  ],
  erase: [(_, tx, { personId }) => clearWordsOf(tx.db, tx.villageId, personId)],
}
