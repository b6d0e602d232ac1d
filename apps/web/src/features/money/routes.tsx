import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/me/money',
    access: 'signed-in',
    page: lazyPage(() => import('./my-money-page.tsx').then((m) => m.MyMoneyPage)),
  },
]
