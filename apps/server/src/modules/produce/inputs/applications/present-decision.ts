import { possibleAgainWords, reasonWords, type Decision } from '@azalea/produce-rules'
import type { Language } from '../../../../platform/http/language.ts'

/** What the rules say, in the reader's language. */
export function presentDecision(
  { isAllowed, reasons, possibleAgainFrom, dose }: Decision,
  language: Language,
) {
  return {
    isAllowed,
    reasons: reasons.map((reason) => ({
      code: reason.code,
      sentence: reasonWords(reason)[language],
    })),
    possibleAgainFrom,
    possibleAgain: sayPossibleAgain(possibleAgainFrom, language),
    dose: dose === null ? null : { least: { ...dose.least }, most: { ...dose.most } },
  }
}

/** Null where nobody has to wait. */
export function sayPossibleAgain(day: string | null, language: Language): string | null {
  return day === null ? null : possibleAgainWords(day)[language]
}
