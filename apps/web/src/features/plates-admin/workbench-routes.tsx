import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { cadreRoles } from '../../app/session.tsx'

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/plates',
    access: cadreRoles,
    page: lazyPage(() => import('./plates-page.tsx').then((m) => m.PlatesPage)),
  },
  {
    path: '/workbench/plates/new',
    access: ['committee', 'technician'],
    page: lazyPage(() => import('./add-subject-page.tsx').then((m) => m.AddSubjectPage)),
  },
  {
    path: '/workbench/plates/address',
    access: ['operator'],
    page: lazyPage(() => import('./address-page.tsx').then((m) => m.AddressPage)),
  },
  {
    path: '/workbench/plates/:code',
    access: cadreRoles,
    page: lazyPage(() => import('./edit-subject-page.tsx').then((m) => m.EditSubjectPage)),
  },
]
