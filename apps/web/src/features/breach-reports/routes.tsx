import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  { path: '/report', page: lazyPage(() => import('./report-page.tsx').then((m) => m.ReportPage)) },
  {
    path: '/me/reports',
    access: 'signed-in',
    page: lazyPage(() => import('./my-reports-page.tsx').then((m) => m.MyReportsPage)),
  },
  {
    path: '/reports/:id',
    access: 'signed-in',
    page: lazyPage(() => import('./report-detail-page.tsx').then((m) => m.ReportDetailPage)),
  },
]
