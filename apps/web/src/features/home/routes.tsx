import { lazyPage, type RouteEntry } from '../../app/route.tsx'

export const routes: readonly RouteEntry[] = [
  { path: '/', page: lazyPage(() => import('./home-page.tsx').then((m) => m.HomePage)) },
]
