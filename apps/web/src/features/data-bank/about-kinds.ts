import type { AboutKinds } from '../../app/about-kinds.ts'

export const about = {
  my_awards: () => '/me/awards',
  my_awards_on_notice: () => '/me/awards?state=on_notice',
  my_final_awards: () => '/me/awards?state=final',
  my_household: () => '/me/household',
  my_wallet: () => '/me/points?unit=wallet',
} satisfies AboutKinds

declare module '../../app/about-kinds.ts' {
  interface AboutFeatures {
    dataBank: typeof about
  }
}
