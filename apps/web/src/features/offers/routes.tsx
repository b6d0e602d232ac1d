import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { offerers, queueReaders } from './offer-roles.ts'

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
    path: '/workbench/offers',
    access: queueReaders,
    page: lazyPage(() => import('./desk-page.tsx').then((m) => m.DeskPage)),
  },
  {
    path: '/workbench/offers/new',
    access: offerers,
    page: lazyPage(() => import('./draft-offer-page.tsx').then((m) => m.DraftOfferPage)),
  },
  {
    path: '/workbench/offers/:id',
    access: queueReaders,
    page: lazyPage(() => import('./desk-queue-page.tsx').then((m) => m.DeskQueuePage)),
  },
  {
    path: '/workbench/protected-households',
    access: offerers,
    page: lazyPage(() => import('./protected-page.tsx').then((m) => m.ProtectedPage)),
  },
  {
    path: '/workbench/what-if',
    access: queueReaders,
    page: lazyPage(() => import('./what-if-page.tsx').then((m) => m.WhatIfPage)),
  },
  {
    path: '/workbench/order-rules',
    access: queueReaders,
    page: lazyPage(() => import('./order-rules-page.tsx').then((m) => m.OrderRulesPage)),
  },
]
