import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/posts',
    access: ['committee', 'group_leader'],
    page: lazyPage(() => import('./posts-page.tsx').then((m) => m.PostsPage)),
  },
]
