import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/v/:villageId/notices/:id/sheet',
    page: lazyPage(() => import('./notice-sheet-page.tsx').then((m) => m.NoticeSheetPage)),
    layout: 'bare',
  },
]
