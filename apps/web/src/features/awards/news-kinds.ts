import type { NewsKinds } from '../../app/home-kinds.ts'

export const news = {
  notice: (id, villageId) => `/v/${villageId}/notices/${id}`,
} satisfies NewsKinds

declare module '../../app/home-kinds.ts' {
  interface NewsFeatures {
    awards: typeof news
  }
}
