import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

const my = () => import('./my-pages.ts')
const till = () => import('./till-pages.ts')

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
]
