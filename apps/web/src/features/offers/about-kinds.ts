import type { AboutKinds } from '../../app/about-kinds.ts'

export const about = {
  offer: (id) => `/offers/${id}`,
  offer_at_desk: (id) => `/workbench/offers/${id}`,
} satisfies AboutKinds

declare module '../../app/about-kinds.ts' {
  interface AboutFeatures {
    offers: typeof about
  }
}
