import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/market/:villageId',
    page: lazyPage(() => import('./market-page.tsx').then((m) => m.MarketPage)),
  },
  {
    path: '/market/:villageId/checkout',
    page: lazyPage(() => import('./checkout-page.tsx').then((m) => m.CheckoutPage)),
  },
  {
    path: '/market/:villageId/orders',
    page: lazyPage(() => import('./own-orders-page.tsx').then((m) => m.OwnOrdersPage)),
  },
  {
    path: '/market/:villageId/orders/:number',
    page: lazyPage(() => import('./order-page.tsx').then((m) => m.OrderPage)),
  },
]
