import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/notices/:id/object',
    access: 'signed-in',
    page: lazyPage(() => import('./choose-line-page.tsx').then((m) => m.ChooseLinePage)),
  },
  {
    path: '/awards/:id/object',
    access: 'signed-in',
    page: lazyPage(() => import('./object-page.tsx').then((m) => m.ObjectPage)),
  },
  {
    path: '/me/objections',
    access: 'signed-in',
    page: lazyPage(() => import('./my-objections-page.tsx').then((m) => m.MyObjectionsPage)),
  },
  {
    path: '/objections/:id',
    access: 'signed-in',
    page: lazyPage(() => import('./objection-page.tsx').then((m) => m.ObjectionPage)),
  },
]
