import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

const desk = () => import('./desk-pages.ts')
const readers = ['committee', 'supervisor'] as const
const keepers = ['committee'] as const
const deskKeepers = ['committee', 'group_leader'] as const

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/vouchers',
    access: readers,
    page: lazyPage(() => desk().then((m) => m.VouchersDeskPage)),
  },
  {
    path: '/workbench/vouchers/for-other',
    access: deskKeepers,
    page: lazyPage(() => desk().then((m) => m.HaveForPage)),
  },
  {
    path: '/workbench/vouchers/merchants',
    access: keepers,
    page: lazyPage(() => desk().then((m) => m.MerchantsPage)),
  },
  {
    path: '/workbench/vouchers/kinds/new',
    access: keepers,
    page: lazyPage(() => desk().then((m) => m.ProposeKindPage)),
  },
  {
    path: '/workbench/vouchers/settlements/:id',
    access: readers,
    page: lazyPage(() => desk().then((m) => m.SettlementPage)),
  },
]
