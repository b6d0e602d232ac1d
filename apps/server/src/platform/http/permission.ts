import type { Language } from './language.ts'
import type { Refusal } from '../refusal.ts'

/** Whether something can be done now and, if not, why: a stable code and a sentence for the reader. */
export type Permission = {
  readonly ok: boolean
  readonly code: string | null
  readonly sentence: string | null
}

export function permission(refusal: Refusal | null, language: Language): Permission {
  if (refusal === null) return { ok: true, code: null, sentence: null }
  return { ok: false, code: refusal.code, sentence: refusal.sentence(language) }
}
