import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/rounds',
    access: ['committee', 'supervisor', 'technician'],
    page: lazyPage(() => import('./desk-page.tsx').then((m) => m.RoundsDeskPage)),
  },
  {
    path: '/workbench/rounds/new',
    access: ['committee'],
    page: lazyPage(() => import('./open-round-page.tsx').then((m) => m.OpenRoundPage)),
  },
  {
    path: '/workbench/rounds/scales',
    access: ['committee', 'technician'],
    page: lazyPage(() => import('./scales-page.tsx').then((m) => m.ScalesPage)),
  },
  {
    path: '/workbench/rounds/disputes',
    access: ['committee', 'supervisor', 'town_officer'],
    page: lazyPage(() => import('./disputes-page.tsx').then((m) => m.DisputesPage)),
  },
  {
    path: '/workbench/rounds/settlements/:id',
    access: ['committee', 'supervisor'],
    page: lazyPage(() => import('./settlement-page.tsx').then((m) => m.RoundSettlementPage)),
  },
  {
    path: '/workbench/rounds/:id',
    access: ['committee', 'supervisor', 'technician'],
    page: lazyPage(() => import('./round-desk-page.tsx').then((m) => m.RoundDeskPage)),
  },
  {
    path: '/workbench/rounds/:id/growers/:householdId',
    access: ['committee', 'technician'],
    page: lazyPage(() => import('./weigh-page.tsx').then((m) => m.WeighPage)),
  },
]
