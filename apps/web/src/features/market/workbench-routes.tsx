import type { RouteEntry } from '../../app/route.tsx'
import { styledPage } from './styled-page.ts'

const access = ['committee', 'technician', 'supervisor'] as const
const keepers = ['committee', 'technician'] as const

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/market',
    access,
    page: styledPage(() => import('./desk-page.tsx').then((m) => m.DeskPage)),
  },
  {
    path: '/workbench/market/hand-over',
    access: keepers,
    page: styledPage(() => import('./hand-over-page.tsx').then((m) => m.HandOverPage)),
  },
  {
    path: '/workbench/market/till',
    access: keepers,
    page: styledPage(() => import('./till-page.tsx').then((m) => m.TillPage)),
  },
  {
    path: '/workbench/market/slots/:id',
    access: keepers,
    page: styledPage(() => import('./packing-list-page.tsx').then((m) => m.PackingListPage)),
  },
  {
    path: '/workbench/adoptions',
    access,
    page: styledPage(() => import('./adoption-desk-page.tsx').then((m) => m.AdoptionDeskPage)),
  },
  {
    path: '/workbench/adoptions/new',
    access: keepers,
    page: styledPage(() => import('./new-adoption-page.tsx').then((m) => m.NewAdoptionPage)),
  },
]
