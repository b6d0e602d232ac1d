import { titleOf } from '@azalea/records'
import type { Language } from './ports.ts'

/** A kind of record (`award.final`) in words; as it stands in the log if this client does not know it. */
export function recordKindWords(kind: string, language: Language): string {
  return titleOf(kind)?.[language] ?? kind
}
