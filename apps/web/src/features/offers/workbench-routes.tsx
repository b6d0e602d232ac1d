import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { offerers, queueReaders, turnEnterers } from './offer-roles.ts'

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/called-turns',
    access: turnEnterers,
    page: lazyPage(() => import('./called-turns-page.tsx').then((m) => m.CalledTurnsPage)),
  },
  {
    path: '/workbench/called-turns/:offerId/:holderId',
    access: turnEnterers,
    page: lazyPage(() => import('./answer-for-page.tsx').then((m) => m.AnswerForPage)),
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
