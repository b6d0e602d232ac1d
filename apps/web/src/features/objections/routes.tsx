import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

const objectionPage = lazyPage(() => import('./objection-page.tsx').then((m) => m.ObjectionPage))

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
  { path: '/objections/:id', access: 'signed-in', page: objectionPage },
  {
    path: '/workbench/objections',
    access: ['committee', 'supervisor', 'town_officer'],
    page: lazyPage(() => import('./objections-page.tsx').then((m) => m.ObjectionsPage)),
  },
  {
    path: '/workbench/objections/:id',
    access: ['committee', 'supervisor', 'town_officer'],
    page: objectionPage,
  },
]
