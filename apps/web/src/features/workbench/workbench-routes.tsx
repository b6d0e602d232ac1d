import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { cadreRoles } from '../../app/session.tsx'

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench',
    access: cadreRoles,
    page: lazyPage(() => import('./workbench-page.tsx').then((m) => m.WorkbenchPage)),
  },
  {
    path: '/workbench/activities',
    access: ['committee'],
    page: lazyPage(() => import('./proposals-page.tsx').then((m) => m.ProposalsPage)),
  },
  {
    path: '/workbench/activities/:id',
    access: ['committee'],
    page: lazyPage(() => import('./decision-page.tsx').then((m) => m.DecisionPage)),
  },
]
