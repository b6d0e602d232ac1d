import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { landKeepers, surveyors } from './land.ts'

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/plots',
    access: surveyors,
    page: lazyPage(() => import('./desk-page.tsx').then((m) => m.DeskPage)),
  },
  {
    path: '/workbench/plots/draw',
    access: surveyors,
    page: lazyPage(() => import('./draw-page.tsx').then((m) => m.DrawPage)),
  },
  {
    path: '/workbench/plots/import',
    access: surveyors,
    page: lazyPage(() => import('./import-page.tsx').then((m) => m.ImportPage)),
  },
  {
    path: '/workbench/plots/bounds',
    access: landKeepers,
    page: lazyPage(() => import('./bounds-page.tsx').then((m) => m.BoundsPage)),
  },
  {
    path: '/workbench/plots/season',
    access: landKeepers,
    page: lazyPage(() => import('./season-page.tsx').then((m) => m.SeasonPage)),
  },
]
