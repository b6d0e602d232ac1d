import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

const detailPage = lazyPage(() =>
  import('./report-detail-page.tsx').then((m) => m.ReportDetailPage),
)
const office = ['committee', 'supervisor', 'town_officer'] as const

export const routes: readonly RouteEntry[] = [
  { path: '/report', page: lazyPage(() => import('./report-page.tsx').then((m) => m.ReportPage)) },
  {
    path: '/me/reports',
    access: 'signed-in',
    page: lazyPage(() => import('./my-reports-page.tsx').then((m) => m.MyReportsPage)),
  },
  { path: '/reports/:id', access: 'signed-in', page: detailPage },
  {
    path: '/workbench/reports',
    access: office,
    page: lazyPage(() => import('./village-reports-page.tsx').then((m) => m.VillageReportsPage)),
  },
  { path: '/workbench/reports/:id', access: office, page: detailPage },
  {
    path: '/workbench/reporters',
    access: ['supervisor'],
    page: lazyPage(() => import('./reporters-page.tsx').then((m) => m.ReportersPage)),
  },
]
