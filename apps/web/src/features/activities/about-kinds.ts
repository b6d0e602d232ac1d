import type { AboutKinds } from '../../app/about-kinds.ts'

export const about = {
  activity: (id) => `/activities/${id}`,
  activity_to_lead: (id) => `/activities/${id}/lead`,
} satisfies AboutKinds

declare module '../../app/about-kinds.ts' {
  interface AboutFeatures {
    activities: typeof about
  }
}
