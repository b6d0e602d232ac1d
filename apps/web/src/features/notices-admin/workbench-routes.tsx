import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { cadreRoles } from '../../app/session.tsx'

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/notices',
    access: ['committee', 'supervisor'],
    page: lazyPage(() => import('./notices-page.tsx').then((m) => m.NoticesPage)),
  },
  {
    path: '/workbench/awards/:id',
    access: cadreRoles,
    page: lazyPage(() => import('./award-page.tsx').then((m) => m.AwardPage)),
  },
]
