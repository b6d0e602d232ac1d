import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/settings',
    page: lazyPage(() => import('./settings-page.tsx').then((module) => module.SettingsPage)),
  },
]
