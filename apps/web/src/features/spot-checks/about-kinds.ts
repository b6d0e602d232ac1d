import type { AboutKinds } from '../../app/about-kinds.ts'

export const about = {
  spot_checks: () => '/workbench/spot-checks',
} satisfies AboutKinds

declare module '../../app/about-kinds.ts' {
  interface AboutFeatures {
    spotChecks: typeof about
  }
}
