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
  {
    path: '/market/:villageId/adoptions',
    page: styledPage(() => import('./adoptions-page.tsx').then((m) => m.AdoptionsPage)),
  },
  {
    path: '/market/:villageId/adoptions/:id',
    page: styledPage(() => import('./adoption-page.tsx').then((m) => m.AdoptionPage)),
  },
  {
    path: '/market/:villageId/adopted',
    page: styledPage(() => import('./adopted-page.tsx').then((m) => m.AdoptedPage)),
  },
  {
    path: '/market/:villageId/adopted/:number',
    page: styledPage(() => import('./adopted-page.tsx').then((m) => m.AdoptedPage)),
  },
  {
    path: '/market/:villageId/certificates/:number',
    page: styledPage(() => import('./certificate-page.tsx').then((m) => m.CertificatePage)),
  },
]
