/** Variation selectors and joiners: no shape of their own, but they change the character beside them. */
const SELECTORS = '\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}\\u180b-\\u180d\\u180f'
const JOINERS = '\\u200c\\u200d'
const JOINING = new RegExp(`[${SELECTORS}${JOINERS}]+`, 'gu')
const SELECTOR = new RegExp(`[${SELECTORS}]`, 'u')
const JOINER = new RegExp(`[${JOINERS}]`, 'u')

/** Half of a character, and code points that Unicode keeps for nobody. */
const NO_CHARACTER = /[\p{Cs}\p{Noncharacter_Code_Point}]/gu

/** Controls that are no space, marks that turn a line's direction, and all that shows as nothing. */
const UNSEEN = new RegExp(
  `(?![\\s${SELECTORS}${JOINERS}])[\\p{Cc}\\p{Default_Ignorable_Code_Point}]|` +
    '[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb]',
  'gu',
)

/** A space that calls itself a Braille sign. */
const BLANK = /\u2800/g

/** Without what cannot be seen, joiners and variation selectors too. */
export function withoutInvisible(text: string): string {
  return withoutUnseen(text).replace(JOINING, '')
}

/** Without what cannot be seen; what makes one character of several (emoji, Mongolian) stays. */
export function withoutUnseen(text: string): string {
  return text.replace(NO_CHARACTER, '').replace(UNSEEN, '').replace(BLANK, ' ')
}

/** Joiners and selectors only where they stand between characters, one of each. */
export function tidyJoiners(text: string): string {
  return text.replace(JOINING, (run, at: number) => {
    if (at === 0 || /\s/.test(text.charAt(at - 1))) return ''
    const after = text.charAt(at + run.length)
    const joiner = after === '' || /\s/.test(after) ? '' : (JOINER.exec(run)?.[0] ?? '')
    return (SELECTOR.exec(run)?.[0] ?? '') + joiner
  })
}

/** Whether a reader sees anything of it. */
export function isVisible(text: string): boolean {
  return /[^\s\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]|\p{Cn}/u.test(
    text.replace(NO_CHARACTER, ''),
  )
}
