import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/me/sign-in',
    access: 'signed-in',
    page: lazyPage(() => import('./own-number-page.tsx').then((m) => m.OwnNumberPage)),
  },
]
