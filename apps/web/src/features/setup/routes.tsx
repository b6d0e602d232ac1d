import { lazyPage, type RouteEntry } from '../../app/route.tsx'

export const routes: readonly RouteEntry[] = [
  { path: '/setup', page: lazyPage(() => import('./setup-page.tsx').then((m) => m.SetupPage)) },
]
