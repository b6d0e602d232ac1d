import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/t/:villageId/:number',
    page: lazyPage(() => import('./trace-page.tsx').then((m) => m.TracePage)),
  },
  {
    path: '/01/:gtin/21/:serial',
    page: lazyPage(() => import('./link-page.tsx').then((m) => m.LinkPage)),
  },
]
