import type { AboutKinds } from '../../app/about-kinds.ts'

export const about = {
  vouchers: () => '/me/vouchers',
} satisfies AboutKinds

declare module '../../app/about-kinds.ts' {
  interface AboutFeatures {
    vouchers: typeof about
  }
}
