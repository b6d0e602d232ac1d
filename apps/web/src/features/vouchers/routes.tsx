import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

// Loaded together: each file apart would be named in what is sent first.
const my = () => import('./my-pages.ts')
const till = () => import('./till-pages.ts')
const desk = () => import('./desk-pages.ts')
const readers = ['committee', 'supervisor'] as const
const keepers = ['committee'] as const

export const routes: readonly RouteEntry[] = [
  {
    path: '/me/vouchers',
    access: 'signed-in',
    page: lazyPage(() => my().then((m) => m.MyVouchersPage)),
  },
  {
    path: '/me/vouchers/:id',
    access: 'signed-in',
    page: lazyPage(() => my().then((m) => m.VoucherPage)),
  },
  {
    path: '/v/:villageId/vouchers',
    layout: 'bare',
    page: lazyPage(() => my().then((m) => m.PricesPage)),
  },
  {
    path: '/till',
    access: ['merchant'],
    page: lazyPage(() => till().then((m) => m.TillPage)),
  },
  {
    path: '/till/vouchers/:code',
    access: ['merchant'],
    page: lazyPage(() => till().then((m) => m.TakePage)),
  },
  {
    path: '/workbench/vouchers',
    access: readers,
    page: lazyPage(() => desk().then((m) => m.VouchersDeskPage)),
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
