import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { cadreRoles } from '../../app/session.tsx'

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/log',
    access: cadreRoles,
    page: lazyPage(() => import('./log-page.tsx').then((m) => m.LogPage)),
  },
]
