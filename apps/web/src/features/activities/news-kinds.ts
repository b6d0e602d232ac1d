import type { NewsKinds } from '../../app/home-kinds.ts'

export const news = {
  activity: (id) => `/activities/${id}`,
} satisfies NewsKinds

declare module '../../app/home-kinds.ts' {
  interface NewsFeatures {
    activities: typeof news
  }
}
