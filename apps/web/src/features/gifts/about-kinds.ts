import type { AboutKinds } from '../../app/about-kinds.ts'

export const about = {
  gifts: () => '/me/gifts',
} satisfies AboutKinds

declare module '../../app/about-kinds.ts' {
  interface AboutFeatures {
    gifts: typeof about
  }
}
