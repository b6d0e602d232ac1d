import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/board',
    access: 'signed-in',
    page: lazyPage(() => import('./board-page.tsx').then((m) => m.BoardPage)),
  },
  {
    path: '/v/:villageId/board',
    page: lazyPage(() => import('./board-page.tsx').then((m) => m.VillageBoardPage)),
  },
]
