import type { AboutKinds } from '../../app/about-kinds.ts'

export const about = {
  roster_household: (id) => `/workbench/roster/${id}`,
  roster_person: (id) => `/workbench/roster/people/${id}`,
} satisfies AboutKinds

declare module '../../app/about-kinds.ts' {
  interface AboutFeatures {
    roster: typeof about
  }
}
