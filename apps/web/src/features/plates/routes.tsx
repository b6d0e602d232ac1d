import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  { path: '/scan', page: lazyPage(() => import('./scan-page.tsx').then((m) => m.ScanPage)) },
  {
    path: '/rate',
    access: 'signed-in',
    page: lazyPage(() => import('./choose-plate-page.tsx').then((m) => m.ChoosePlatePage)),
  },
  {
    path: '/plates',
    access: 'signed-in',
    page: lazyPage(() => import('./find-plate-page.tsx').then((m) => m.FindPlatePage)),
  },
  {
    path: '/p/:code/story',
    access: 'signed-in',
    page: lazyPage(() => import('./story-page.tsx').then((m) => m.StoryPage)),
  },
  { path: '/p/:code', page: lazyPage(() => import('./plate-page.tsx').then((m) => m.PlatePage)) },
]
