import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/verify/:villageId',
    page: lazyPage(() => import('./verify-page.tsx').then((m) => m.VerifyPage)),
  },
]
