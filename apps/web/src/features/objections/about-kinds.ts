import type { AboutKinds } from '../../app/about-kinds.ts'

export const about = {
  objection: (id) => `/objections/${id}`,
  objection_to_answer: (id) => `/workbench/objections/${id}`,
} satisfies AboutKinds

declare module '../../app/about-kinds.ts' {
  interface AboutFeatures {
    objections: typeof about
  }
}
