import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/waiting',
    access: 'signed-in',
    page: lazyPage(() => import('./waiting-page.tsx').then((module) => module.WaitingPage)),
  },
]
