import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/sign-in-changes',
    access: ['committee', 'operator', 'supervisor'],
    page: lazyPage(() => import('./changes-page.tsx').then((m) => m.ChangesPage)),
  },
]
