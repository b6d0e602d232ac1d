import type { AboutKinds } from '../../app/about-kinds.ts'

export const about = {
  award: (id) => `/awards/${id}`,
} satisfies AboutKinds

declare module '../../app/about-kinds.ts' {
  interface AboutFeatures {
    awards: typeof about
  }
}
