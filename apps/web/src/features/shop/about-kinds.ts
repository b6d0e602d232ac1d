import type { AboutKinds } from '../../app/about-kinds.ts'

export const about = {
  shop: () => '/me/shop',
} satisfies AboutKinds

declare module '../../app/about-kinds.ts' {
  interface AboutFeatures {
    shop: typeof about
  }
}
