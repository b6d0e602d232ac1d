import { lazyPage, type RouteEntry } from '../../app/route.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/settings',
    page: lazyPage(() => import('./settings-page.tsx').then((module) => module.SettingsPage)),
  },
]
