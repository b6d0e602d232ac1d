import type { AboutKinds } from '../../app/about-kinds.ts'

export const about = {
  my_sign_in: () => '/me/sign-in',
  sign_in_changes: () => '/workbench/sign-in-changes',
} satisfies AboutKinds

declare module '../../app/about-kinds.ts' {
  interface AboutFeatures {
    signInChanges: typeof about
  }
}
