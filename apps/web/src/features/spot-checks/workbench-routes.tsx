import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { announcers, drawReaders, evidenceReaders } from './spot-check.ts'

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/spot-checks',
    access: drawReaders,
    page: lazyPage(() => import('./spot-checks-page.tsx').then((m) => m.SpotChecksPage)),
  },
  {
    path: '/workbench/spot-checks/announce',
    access: announcers,
    page: lazyPage(() => import('./announce-page.tsx').then((m) => m.AnnouncePage)),
  },
  {
    path: '/workbench/spot-checks/:id',
    access: drawReaders,
    page: lazyPage(() => import('./check-page.tsx').then((m) => m.CheckPage)),
  },
  {
    path: '/workbench/spot-draws/:id',
    access: drawReaders,
    page: lazyPage(() => import('./draw-page.tsx').then((m) => m.DrawPage)),
  },
  {
    path: '/workbench/rating-evidence',
    access: evidenceReaders,
    page: lazyPage(() => import('./evidence-page.tsx').then((m) => m.EvidencePage)),
  },
]
