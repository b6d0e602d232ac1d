import type { AboutKinds } from '../../app/about-kinds.ts'

export const about = { round: (id: string) => `/rounds/${id}` } satisfies AboutKinds

declare module '../../app/about-kinds.ts' {
  interface AboutFeatures {
    rounds: typeof about
  }
}
