import type { AboutKinds } from '../../app/about-kinds.ts'

export const about = {
  roles: () => '/workbench/roles',
} satisfies AboutKinds

declare module '../../app/about-kinds.ts' {
  interface AboutFeatures {
    roles: typeof about
  }
}
