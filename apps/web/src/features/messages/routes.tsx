import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/me/messages',
    access: 'signed-in',
    page: lazyPage(() => import('./messages-page.tsx').then((m) => m.MessagesPage)),
  },
]
