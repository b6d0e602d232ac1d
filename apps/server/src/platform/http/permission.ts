import { z } from 'zod'
import type { Language } from './language.ts'
import type { Refusal } from '../refusal.ts'

/** Whether something can be done now and, if not, why: a stable code and a sentence for the reader. */
export const permissionView = z.object({
  ok: z.boolean(),
  code: z.string().nullable(),
  sentence: z.string().nullable(),
})

export type Permission = z.infer<typeof permissionView>

export function permission(refusal: Refusal | null, language: Language): Permission {
  if (refusal === null) return { ok: true, code: null, sentence: null }
  return { ok: false, code: refusal.code, sentence: refusal.sentence(language) }
}
