import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/me/income',
    access: 'signed-in',
    page: lazyPage(() => import('./own-page.tsx').then((m) => m.OwnIncomePage)),
  },
  {
    path: '/v/:villageId/income',
    page: lazyPage(() => import('./village-page.tsx').then((m) => m.VillageIncomePage)),
  },
]
