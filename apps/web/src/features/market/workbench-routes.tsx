import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

const access = ['committee', 'technician', 'supervisor'] as const
const keepers = ['committee', 'technician'] as const

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/market',
    access,
    page: lazyPage(() => import('./desk-page.tsx').then((m) => m.DeskPage)),
  },
  {
    path: '/workbench/market/hand-over',
    access: keepers,
    page: lazyPage(() => import('./hand-over-page.tsx').then((m) => m.HandOverPage)),
  },
  {
    path: '/workbench/market/till',
    access: keepers,
    page: lazyPage(() => import('./till-page.tsx').then((m) => m.TillPage)),
  },
  {
    path: '/workbench/market/slots/:id',
    access: keepers,
    page: lazyPage(() => import('./packing-list-page.tsx').then((m) => m.PackingListPage)),
  },
]
