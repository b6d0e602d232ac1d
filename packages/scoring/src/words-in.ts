import type { Language } from './amounts-in-words.ts'

/** Words of a sheet as they may have been written: English is optional. */
export interface SheetWords {
  readonly zh: string
  readonly en?: string
}

const CHINESE_ONLY = '(Chinese only)'

/**
 * Words of a sheet in the reader's language: titles, names, units, who confirms. Where there is no
 * English, the Chinese, and it says so. Missing words stay missing.
 */
export function wordsIn(words: SheetWords, language: Language): string
export function wordsIn(words: SheetWords | undefined, language: Language): string | undefined
export function wordsIn(words: SheetWords | undefined, language: Language): string | undefined {
  if (words === undefined) return undefined
  const { zh, en = '' } = words
  if (language === 'zh') return zh
  const hasEnglish = en.trim() !== '' && en !== zh
  return hasEnglish || !/\p{Script=Han}/u.test(zh) ? en || zh : `${zh} ${CHINESE_ONLY}`
}

export interface LanguagePart {
  readonly text: string
  /** `zh` is Chinese within English; `mark` are the words that say so. */
  readonly kind: 'own' | 'zh' | 'mark'
}

/** A line that `wordsIn` had a part in, taken apart, so that a screen can name each part's language. */
export function languageParts(line: string): readonly LanguagePart[] {
  const pieces = line.split(` ${CHINESE_ONLY}`)
  const parts = pieces.flatMap((piece, index): LanguagePart[] => {
    if (index === pieces.length - 1) return [{ text: piece, kind: 'own' }]
    const start = piece.search(/\p{Script=Han}/u)
    return [
      { text: piece.slice(0, start), kind: 'own' },
      { text: piece.slice(start), kind: 'zh' },
      { text: ` ${CHINESE_ONLY}`, kind: 'mark' },
    ]
  })
  return parts.filter(({ text }) => text !== '')
}

/** An item's name for a sentence that is told in both languages. */
export function itemInBoth({ name }: { name: SheetWords }): { itemZh: string; itemEn: string } {
  return { itemZh: name.zh, itemEn: wordsIn(name, 'en') }
}
