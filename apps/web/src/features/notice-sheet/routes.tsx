import { lazyPage, type RouteEntry } from '../../app/route.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/v/:villageId/notices/:id/sheet',
    page: lazyPage(() => import('./notice-sheet-page.tsx').then((m) => m.NoticeSheetPage)),
    layout: 'bare',
  },
]
