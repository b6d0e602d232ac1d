import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/me/shop',
    access: 'signed-in',
    page: lazyPage(() => import('./shop-page.tsx').then((m) => m.ShopPage)),
  },
  {
    path: '/me/shop/code',
    access: 'signed-in',
    page: lazyPage(() => import('./code-page.tsx').then((m) => m.CodePage)),
  },
  {
    path: '/me/shop/purchases/:id',
    access: 'signed-in',
    layout: 'bare',
    page: lazyPage(() => import('./receipt-page.tsx').then((m) => m.ReceiptPage)),
  },
  {
    path: '/v/:villageId/shop',
    layout: 'bare',
    page: lazyPage(() => import('./price-list-page.tsx').then((m) => m.PriceListPage)),
  },
]
