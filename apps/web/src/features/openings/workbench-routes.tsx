import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/openings',
    access: ['committee', 'supervisor', 'auditor'],
    page: lazyPage(() => import('./openings-page.tsx').then((m) => m.OpeningsPage)),
  },
  {
    path: '/workbench/openings/new',
    access: ['committee'],
    page: lazyPage(() => import('./propose-page.tsx').then((m) => m.ProposePage)),
  },
  {
    path: '/workbench/openings/:openingId',
    access: ['committee', 'supervisor', 'auditor'],
    page: lazyPage(() => import('./opening-page.tsx').then((m) => m.OpeningPage)),
  },
]
