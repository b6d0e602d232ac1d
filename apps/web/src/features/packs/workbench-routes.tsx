import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

const access = ['committee', 'technician', 'supervisor'] as const

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/packs',
    access,
    page: lazyPage(() => import('./desk-page.tsx').then((m) => m.DeskPage)),
  },
  {
    path: '/workbench/packs/recalls',
    access,
    page: lazyPage(() => import('./recalls-page.tsx').then((m) => m.RecallsPage)),
  },
  {
    path: '/workbench/packs/gtins',
    access,
    page: lazyPage(() => import('./gtins-page.tsx').then((m) => m.GtinsPage)),
  },
  {
    path: '/workbench/packs/:number/labels',
    access,
    page: lazyPage(() => import('./labels-page.tsx').then((m) => m.LabelsPage)),
  },
]
