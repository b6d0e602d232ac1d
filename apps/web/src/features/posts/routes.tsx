import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    // Also for whoever leads a shift there now; the server decides.
    path: '/wall/:subjectId',
    access: 'signed-in',
    layout: 'bare',
    page: lazyPage(() => import('./wall-page.tsx').then((m) => m.PostWallPage)),
  },
  {
    path: '/wall/activity/:id',
    access: 'signed-in',
    layout: 'bare',
    page: lazyPage(() => import('./wall-page.tsx').then((m) => m.ActivityWallPage)),
  },
]
