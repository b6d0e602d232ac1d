import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { placers } from './sensors.ts'

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/sensors',
    access: placers,
    page: lazyPage(() => import('./desk-page.tsx').then((m) => m.SensorsDeskPage)),
  },
  {
    path: '/workbench/sensors/new',
    access: placers,
    page: lazyPage(() => import('./place-sensor-page.tsx').then((m) => m.PlaceSensorPage)),
  },
]
