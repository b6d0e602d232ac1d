import { lazyPage, type RouteEntry } from '../../app/route.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/verify/:villageId',
    page: lazyPage(() => import('./verify-page.tsx').then((m) => m.VerifyPage)),
  },
]
