import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/offers',
    access: 'signed-in',
    page: lazyPage(() => import('./offers-page.tsx').then((m) => m.OffersPage)),
  },
  {
    path: '/offers/:id',
    access: 'signed-in',
    page: lazyPage(() => import('./offer-page.tsx').then((m) => m.OfferPage)),
  },
  {
    path: '/v/:villageId/offers',
    page: lazyPage(() => import('./village-offers-page.tsx').then((m) => m.VillageOffersPage)),
  },
  {
    path: '/v/:villageId/offers/:id',
    page: lazyPage(() => import('./public-queue-page.tsx').then((m) => m.PublicQueuePage)),
  },
  {
    path: '/wall/called/:villageId',
    layout: 'bare',
    page: lazyPage(() => import('./called-wall-page.tsx').then((m) => m.CalledWallPage)),
  },
]
