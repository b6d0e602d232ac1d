import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'

export const routes: readonly RouteEntry[] = [
  {
    path: '/sign-in',
    page: lazyPage(() => import('./sign-in-page.tsx').then((module) => module.SignInPage)),
  },
]
