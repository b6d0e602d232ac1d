import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

const noticesPage = lazyPage(() => import('./notices-page.tsx').then((m) => m.NoticesPage))
const noticePage = lazyPage(() => import('./notice-page.tsx').then((m) => m.NoticePage))
const rulesPage = lazyPage(() => import('./rules-page.tsx').then((m) => m.RulesPage))

/** Notices and rules are public under `/v/<village>`; without it, those of one's own village. */
export const routes: readonly RouteEntry[] = [
  {
    path: '/awards/:id',
    access: 'signed-in',
    page: lazyPage(() => import('./award-page.tsx').then((m) => m.AwardPage)),
  },
  { path: '/notices', access: 'signed-in', page: noticesPage },
  { path: '/notices/:id', access: 'signed-in', page: noticePage },
  { path: '/v/:villageId/notices', page: noticesPage },
  { path: '/v/:villageId/notices/:id', page: noticePage },
  { path: '/rules', access: 'signed-in', page: rulesPage },
  { path: '/v/:villageId/rules', page: rulesPage },
  { path: '/v/:villageId/rules/:hash', page: rulesPage },
]
