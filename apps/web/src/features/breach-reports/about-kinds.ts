import type { AboutKinds } from '../../app/about-kinds.ts'

export const about = {
  report: (id) => `/reports/${id}`,
} satisfies AboutKinds

declare module '../../app/about-kinds.ts' {
  interface AboutFeatures {
    breachReports: typeof about
  }
}
