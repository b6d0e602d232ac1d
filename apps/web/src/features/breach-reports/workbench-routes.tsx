import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

const office = ['committee', 'supervisor', 'town_officer'] as const

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/reports',
    access: office,
    page: lazyPage(() => import('./village-reports-page.tsx').then((m) => m.VillageReportsPage)),
  },
  {
    path: '/workbench/reports/:id',
    access: office,
    page: lazyPage(() => import('./report-detail-page.tsx').then((m) => m.ReportDetailPage)),
  },
  {
    path: '/workbench/reporters',
    access: ['supervisor'],
    page: lazyPage(() => import('./reporters-page.tsx').then((m) => m.ReportersPage)),
  },
]
