import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { cadreRoles } from '../../app/session.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/print/plates',
    access: cadreRoles,
    layout: 'bare',
    page: lazyPage(() => import('./print-page.tsx').then((m) => m.PrintPage)),
  },
]
