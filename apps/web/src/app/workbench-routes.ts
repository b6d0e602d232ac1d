import type { RouteEntry } from './route.tsx'

const tables = import.meta.glob<readonly RouteEntry[]>('../features/*/workbench-routes.tsx', {
  eager: true,
  import: 'workbenchRoutes',
})

/** The pages at the desk, of all features. */
export const workbenchRoutes: readonly RouteEntry[] = Object.values(tables).flat()
