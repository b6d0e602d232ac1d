import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

const access = ['committee', 'supervisor'] as const

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/wallet-closings',
    access,
    page: lazyPage(() => import('./closings-page.tsx').then((m) => m.ClosingsPage)),
  },
  {
    path: '/workbench/wallet-closings/:id',
    access,
    page: lazyPage(() => import('./closing-page.tsx').then((m) => m.ClosingPage)),
  },
]
