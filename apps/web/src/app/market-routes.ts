import type { RouteEntry } from './route.tsx'

const tables = import.meta.glob<readonly RouteEntry[]>('../features/*/market-routes.tsx', {
  eager: true,
  import: 'marketRoutes',
})

/** The pages for people of the city, of all features. */
export const marketRoutes: readonly RouteEntry[] = Object.values(tables).flat()
