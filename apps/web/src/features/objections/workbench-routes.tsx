import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

const office = ['committee', 'supervisor', 'town_officer'] as const

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/objections',
    access: office,
    page: lazyPage(() => import('./objections-page.tsx').then((m) => m.ObjectionsPage)),
  },
  {
    path: '/workbench/objections/:id',
    access: office,
    page: lazyPage(() => import('./objection-page.tsx').then((m) => m.ObjectionPage)),
  },
]
