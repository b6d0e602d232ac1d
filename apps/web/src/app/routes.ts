import type { RouteEntry } from './route.tsx'

const tables = import.meta.glob<readonly RouteEntry[]>('../features/*/routes.tsx', {
  eager: true,
  import: 'routes',
})

/** The pages of all features: each `src/features/<name>/routes.tsx` exports its `routes`. */
export const routes: readonly RouteEntry[] = Object.values(tables).flat()
