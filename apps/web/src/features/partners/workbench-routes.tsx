import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/partners',
    access: ['committee', 'supervisor', 'technician', 'auditor'],
    page: lazyPage(() => import('./partners-page.tsx').then((m) => m.PartnersPage)),
  },
  {
    path: '/workbench/partners/new',
    access: ['committee'],
    page: lazyPage(() => import('./add-partner-page.tsx').then((m) => m.AddPartnerPage)),
  },
]
