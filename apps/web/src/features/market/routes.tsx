import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/me/adopted',
    access: 'signed-in',
    page: lazyPage(() => import('./grown-page.tsx').then((m) => m.GrownPage)),
  },
]
