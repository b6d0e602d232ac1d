import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/me',
    access: 'signed-in',
    page: lazyPage(() => import('./me-page.tsx').then((m) => m.MePage)),
  },
  {
    path: '/me/awards',
    access: 'signed-in',
    page: lazyPage(() => import('./my-awards-page.tsx').then((m) => m.MyAwardsPage)),
  },
  {
    path: '/me/points',
    access: 'signed-in',
    page: lazyPage(() => import('./points-page.tsx').then((m) => m.PointsPage)),
  },
  {
    path: '/me/shifts',
    access: 'signed-in',
    page: lazyPage(() => import('./my-shifts-page.tsx').then((m) => m.MyShiftsPage)),
  },
  {
    path: '/me/household',
    access: 'signed-in',
    page: lazyPage(() => import('./household-page.tsx').then((m) => m.HouseholdPage)),
  },
  {
    path: '/me/records',
    access: 'signed-in',
    page: lazyPage(() => import('./my-records-page.tsx').then((m) => m.MyRecordsPage)),
  },
  {
    path: '/me/data',
    access: 'signed-in',
    page: lazyPage(() => import('./my-data-page.tsx').then((m) => m.MyDataPage)),
  },
]
