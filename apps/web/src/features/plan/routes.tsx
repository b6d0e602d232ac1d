import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/tasks',
    access: 'signed-in',
    page: lazyPage(() => import('./tasks-page.tsx').then((m) => m.TasksPage)),
  },
  {
    path: '/own-plan',
    access: 'signed-in',
    page: lazyPage(() => import('./plan-page.tsx').then((m) => m.OwnPlanPage)),
  },
]
