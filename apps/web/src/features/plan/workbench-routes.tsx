import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { planners, planReaders } from './plan-roles.ts'

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/plan',
    access: planReaders,
    page: lazyPage(() => import('./plan-page.tsx').then((m) => m.DeskPlanPage)),
  },
  {
    path: '/workbench/plan/crops',
    access: planners,
    page: lazyPage(() => import('./crops-page.tsx').then((m) => m.CropsPage)),
  },
  {
    path: '/workbench/plan/facts',
    access: planReaders,
    page: lazyPage(() => import('./facts-page.tsx').then((m) => m.FactsPage)),
  },
  {
    path: '/workbench/tasks',
    access: planReaders,
    page: lazyPage(() => import('./tasks-desk-page.tsx').then((m) => m.TasksDeskPage)),
  },
]
