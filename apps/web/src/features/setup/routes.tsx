import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  { path: '/setup', page: lazyPage(() => import('./setup-page.tsx').then((m) => m.SetupPage)) },
]
