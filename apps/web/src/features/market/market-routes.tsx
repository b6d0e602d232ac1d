import type { RouteEntry } from '../../app/route.tsx'
import { styledPage } from './styled-page.ts'

export const marketRoutes: readonly RouteEntry[] = [
  {
    path: '/market/:villageId',
    page: styledPage(() => import('./market-page.tsx').then((m) => m.MarketPage)),
  },
  {
    path: '/market/:villageId/checkout',
    page: styledPage(() => import('./checkout-page.tsx').then((m) => m.CheckoutPage)),
  },
  {
    path: '/market/:villageId/orders',
    page: styledPage(() => import('./own-orders-page.tsx').then((m) => m.OwnOrdersPage)),
  },
  {
    path: '/market/:villageId/orders/:number',
    page: styledPage(() => import('./order-page.tsx').then((m) => m.OrderPage)),
  },
]
