import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/me/gifts',
    access: 'signed-in',
    page: lazyPage(() => import('./gifts-page.tsx').then((m) => m.GiftsPage)),
  },
]
