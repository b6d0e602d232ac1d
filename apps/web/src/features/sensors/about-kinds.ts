import type { AboutKinds } from '../../app/about-kinds.ts'

export const about = { plot_sensors: (id: string) => `/plots/${id}/sensors` } satisfies AboutKinds

declare module '../../app/about-kinds.ts' {
  interface AboutFeatures {
    sensors: typeof about
  }
}
