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

/** The pages of all features: each `src/features/<name>/routes.tsx` exports its `routes`. */
export const routes: readonly RouteEntry[] = [...Object.values(tables).flat(), ...gallery]
