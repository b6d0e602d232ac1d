import type { AboutKinds } from '../../app/about-kinds.ts'

export const about = {
  log: () => '/workbench/log',
} satisfies AboutKinds

declare module '../../app/about-kinds.ts' {
  interface AboutFeatures {
    log: typeof about
  }
}
