import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

const proposePage = lazyPage(() => import('./propose-page.tsx').then((m) => m.ProposePage))

export const routes: readonly RouteEntry[] = [
  {
    path: '/activities',
    access: 'signed-in',
    page: lazyPage(() => import('./activities-page.tsx').then((m) => m.ActivitiesPage)),
  },
  {
    path: '/v/:villageId/activities',
    page: lazyPage(() =>
      import('./village-activities-page.tsx').then((m) => m.VillageActivitiesPage),
    ),
  },
  { path: '/activities/new', access: 'signed-in', page: proposePage },
  {
    path: '/activities/:id',
    access: 'signed-in',
    page: lazyPage(() => import('./activity-page.tsx').then((m) => m.ActivityPage)),
  },
  {
    path: '/activities/:id/edit',
    access: 'signed-in',
    page: lazyPage(() => import('./resubmit-page.tsx').then((m) => m.ResubmitPage)),
  },
  {
    path: '/activities/:id/lead',
    access: 'signed-in',
    page: lazyPage(() => import('./lead-page.tsx').then((m) => m.LeadPage)),
  },
  {
    path: '/check-in/:way/:id',
    access: 'signed-in',
    page: lazyPage(() => import('./check-in-page.tsx').then((m) => m.CheckInPage)),
  },
]
