import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/income',
    access: ['committee', 'supervisor'],
    page: lazyPage(() => import('./desk-page.tsx').then((m) => m.IncomeDeskPage)),
  },
]
