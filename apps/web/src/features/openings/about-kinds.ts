import type { AboutKinds } from '../../app/about-kinds.ts'

export const about = {
  openings: () => '/workbench/openings',
} satisfies AboutKinds

declare module '../../app/about-kinds.ts' {
  interface AboutFeatures {
    openings: typeof about
  }
}
