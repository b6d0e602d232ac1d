import { cleanLine, cleanName, cleanParagraphs, countGraphemes, fits, isName } from '@azalea/text'
import { z } from 'zod'

/** Many times more than the longest name; what follows cannot make one of it. */
const MOST_UNITS_OF_NAME = 1_000

/**
 * Free text of one line, in its one written form: what cannot be seen is taken out, and at least one
 * visible character remains unless `least` is 0. Lengths are in graphemes.
 */
export function line(most: number, least = 1) {
  return freeText('line', cleanLine, most, least)
}

/** The same for text that may have several lines. */
export function paragraphs(most: number, least = 1) {
  return freeText('paragraphs', cleanParagraphs, most, least)
}

/** What stands in a search field; nothing searches for everything. */
export const searchText = line(60, 0).default('')

/** Somebody's name in its one written form. */
export const personName = z
  .string()
  .overwrite((typed) => cleanName(typed.slice(0, MOST_UNITS_OF_NAME)))
  .refine(isName, { message: 'name' })
  .meta({ 'x-text': 'name' })

/** A name that programs gave (an item's, a kind's): taken as it is, or refused when no name could be so. */
export function mark(most: number) {
  return z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{C}]*$/u)
}

/** No text is asked to be longer; counting the graphemes of more of it would be for nothing. */
const MOST_LEAST = 100

function freeText(
  kind: 'line' | 'paragraphs',
  clean: (typed: string) => string,
  most: number,
  least: number,
) {
  const bounds = { least, most }
  return z
    .string()
    .overwrite(clean)
    .superRefine((text, issues) => {
      const problem = { origin: 'string', inclusive: true, input: text } as const
      if (countGraphemes(text.slice(0, MOST_LEAST)) < least)
        issues.addIssue({ ...problem, code: 'too_small', minimum: least })
      if (!fits(text, most)) issues.addIssue({ ...problem, code: 'too_big', maximum: most })
    })
    .meta({ 'x-text': kind, 'x-graphemes': bounds })
}
