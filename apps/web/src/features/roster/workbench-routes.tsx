import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { cadreRoles } from '../../app/session.tsx'

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/roster',
    access: cadreRoles,
    page: lazyPage(() => import('./roster-page.tsx').then((m) => m.RosterPage)),
  },
  {
    path: '/workbench/roster/import',
    access: ['committee', 'operator'],
    page: lazyPage(() => import('./import-page.tsx').then((m) => m.ImportPage)),
  },
  {
    path: '/workbench/roster/enter',
    access: ['committee', 'operator'],
    page: lazyPage(() => import('./enter-person-page.tsx').then((m) => m.EnterPersonPage)),
  },
  {
    path: '/workbench/removals',
    access: ['committee', 'supervisor', 'operator'],
    page: lazyPage(() => import('./removals-page.tsx').then((m) => m.RemovalsPage)),
  },
  {
    path: '/workbench/roster/people/:id',
    access: cadreRoles,
    page: lazyPage(() => import('./person-page.tsx').then((m) => m.PersonPage)),
  },
  {
    path: '/workbench/roster/:id',
    access: cadreRoles,
    page: lazyPage(() => import('./household-page.tsx').then((m) => m.HouseholdPage)),
  },
]
