import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/plots',
    access: 'signed-in',
    page: lazyPage(() => import('./plots-page.tsx').then((m) => m.PlotsPage)),
  },
  {
    path: '/v/:villageId/plots',
    page: lazyPage(() => import('./village-plots-page.tsx').then((m) => m.VillagePlotsPage)),
  },
]
