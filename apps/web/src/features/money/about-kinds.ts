import type { AboutKinds } from '../../app/about-kinds.ts'

export const about = {
  my_money: () => '/me/money',
} satisfies AboutKinds

declare module '../../app/about-kinds.ts' {
  interface AboutFeatures {
    money: typeof about
  }
}
