import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  { path: '/', page: lazyPage(() => import('./home-page.tsx').then((m) => m.HomePage)) },
]
