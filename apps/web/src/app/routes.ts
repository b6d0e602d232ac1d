import type { RouteEntry } from './route.tsx'
import { lazyPage } from '../ui/lazy-page.tsx'

const tables = import.meta.glob<readonly RouteEntry[]>('../features/*/routes.tsx', {
  eager: true,
  import: 'routes',
})

/** A dev aid; `VITE_GALLERY=1` puts it into a build that is to be photographed. */
const gallery: readonly RouteEntry[] =
  import.meta.env.DEV || import.meta.env.VITE_GALLERY === '1'
    ? [
        {
          path: '/gallery',
          page: lazyPage(() =>
            import('../gallery/gallery-page.tsx').then((module) => module.GalleryPage),
          ),
        },
      ]
    : []

/** Opens a desk's pages once somebody goes there, so that nobody else is sent even their names. */
const workbench: RouteEntry = {
  path: '/workbench/*?',
  page: lazyPage(() => import('./workbench-pages.tsx').then((module) => module.WorkbenchPages)),
}

/** The same for people of the city, of whom no villager is sent anything. */
const market: RouteEntry = {
  path: '/market/*?',
  page: lazyPage(() => import('./market-pages.tsx').then((module) => module.MarketPages)),
}

/**
 * The pages of all features: each `src/features/<name>/routes.tsx` exports its `routes`, and
 * `workbench-routes.tsx` those of the workbench, `market-routes.tsx` those of the market.
 */
export const routes: readonly RouteEntry[] = [
  ...Object.values(tables).flat(),
  workbench,
  market,
  ...gallery,
]
