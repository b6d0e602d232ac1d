import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/rounds',
    access: 'signed-in',
    page: lazyPage(() => import('./rounds-page.tsx').then((m) => m.RoundsPage)),
  },
  {
    path: '/rounds/:id',
    access: 'signed-in',
    page: lazyPage(() => import('./round-page.tsx').then((m) => m.RoundPage)),
  },
  {
    path: '/rounds/statements/:id',
    access: 'signed-in',
    page: lazyPage(() => import('./statement-page.tsx').then((m) => m.StatementPage)),
  },
]
