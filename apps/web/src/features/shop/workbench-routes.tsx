import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

const keepers = ['committee', 'group_leader'] as const

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/shop',
    access: keepers,
    page: lazyPage(() => import('./counter-page.tsx').then((m) => m.CounterPage)),
  },
  {
    path: '/workbench/shop/code/:code',
    access: keepers,
    page: lazyPage(() => import('./household-page.tsx').then((m) => m.HouseholdAtCounterPage)),
  },
  {
    path: '/workbench/shop/reserve',
    access: keepers,
    page: lazyPage(() => import('./reserve-for-page.tsx').then((m) => m.ReserveForPage)),
  },
  {
    path: '/workbench/shop/stock',
    access: keepers,
    page: lazyPage(() => import('./stock-page.tsx').then((m) => m.StockPage)),
  },
  {
    path: '/workbench/shop/market',
    access: ['committee'],
    page: lazyPage(() => import('./market-page.tsx').then((m) => m.MarketPage)),
  },
]
