import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/plots/:id/inputs',
    access: 'signed-in',
    page: lazyPage(() => import('./plot-page.tsx').then((m) => m.PlotPage)),
  },
  {
    path: '/v/:villageId/inputs',
    page: lazyPage(() => import('./report-page.tsx').then((m) => m.ReportPage)),
  },
]
