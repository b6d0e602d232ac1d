import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/plots/:id/sensors',
    access: 'signed-in',
    page: lazyPage(() => import('./plot-sensors-page.tsx').then((m) => m.PlotSensorsPage)),
  },
  {
    path: '/v/:villageId/plots/:id/sensors',
    page: lazyPage(() => import('./plot-sensors-page.tsx').then((m) => m.VillagePlotSensorsPage)),
  },
]
