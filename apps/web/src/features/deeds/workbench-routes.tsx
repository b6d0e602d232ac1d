import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { cadreRoles } from '../../app/session.tsx'

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/deeds',
    access: cadreRoles,
    page: lazyPage(() => import('./deeds-page.tsx').then((m) => m.DeedsPage)),
  },
  {
    path: '/workbench/deeds/new',
    access: ['committee', 'group_leader'],
    page: lazyPage(() => import('./record-deed-page.tsx').then((m) => m.RecordDeedPage)),
  },
]
