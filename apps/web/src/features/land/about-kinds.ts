import type { AboutKinds } from '../../app/about-kinds.ts'

export const about = { plots: () => '/plots' } satisfies AboutKinds

declare module '../../app/about-kinds.ts' {
  interface AboutFeatures {
    land: typeof about
  }
}
