import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { cadreRoles } from '../../app/session.tsx'

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/roles',
    access: cadreRoles,
    page: lazyPage(() => import('./roles-page.tsx').then((m) => m.RolesPage)),
  },
  {
    path: '/workbench/roles/new',
    access: ['committee', 'operator'],
    page: lazyPage(() => import('./grant-page.tsx').then((m) => m.GrantPage)),
  },
]
