import { isVisible, tidyJoiners, withoutUnseen } from './invisible.ts'
import { showPrivateUse } from './private-use.ts'
import { foldRadicals } from './radicals.ts'

/** More marks than this on one character are no writing of any language. */
const TOO_MANY_MARKS = /(\p{M}{8})\p{M}+/gu

/** No grapheme that people write takes more code units on average. */
const MOST_UNITS_A_GRAPHEME = 12

/**
 * Free text of one line in its one form: NFC, well formed, without control, bidi and invisible
 * characters, every run of spaces and line breaks one space, private-use characters as code points.
 * What was nothing but such characters becomes ''. Cleaning twice changes nothing.
 */
export function cleanLine(typed: string): string {
  return cleanCharacters(typed.replace(/\s+/g, ' ')).replace(/\s+/g, ' ').trim()
}

/** The same for text of several lines: line breaks stay, of empty lines no more than one at a time. */
export function cleanParagraphs(typed: string): string {
  const lines = cleanCharacters(typed.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')).split('\n')
  return lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function cleanCharacters(typed: string): string {
  const plain = foldRadicals(withoutUnseen(typed)).normalize('NFC')
  const text = showPrivateUse(tidyJoiners(plain).replace(TOO_MANY_MARKS, '$1'))
  return isVisible(text) ? text : ''
}

/** Whether a text has no more than so many graphemes: what a reader counts as characters. */
export function fits(text: string, mostGraphemes: number): boolean {
  if (text.length <= mostGraphemes) return true
  if (text.length > mostGraphemes * MOST_UNITS_A_GRAPHEME) return false
  return countGraphemes(text) <= mostGraphemes
}

export function countGraphemes(text: string): number {
  // Engines of mini-programs have no Segmenter; code points without marks come near.
  if (typeof Intl === 'undefined' || !('Segmenter' in Intl))
    return Array.from(text.replace(/[\p{M}\u200d]/gu, '')).length
  let count = 0
  for (const _ of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)) count++
  return count
}
