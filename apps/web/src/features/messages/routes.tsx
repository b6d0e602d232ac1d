import { lazyPage, type RouteEntry } from '../../app/route.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/me/messages',
    access: 'signed-in',
    page: lazyPage(() => import('./messages-page.tsx').then((m) => m.MessagesPage)),
  },
]
