import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/p/:code/rate',
    access: 'signed-in',
    page: lazyPage(() => import('./rate-page.tsx').then((m) => m.RatePage)),
  },
  {
    path: '/me/ratings',
    access: 'signed-in',
    page: lazyPage(() => import('./my-ratings-page.tsx').then((m) => m.MyRatingsPage)),
  },
]
