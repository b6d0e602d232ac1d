import { foldForms } from './compact-text.ts'
import { PRIVATE_USE } from './private-use.ts'

const MOST_CHARACTERS = 30

/** Every dot that is typed between the parts of a minority name (·). */
const DOTS =
  /[\u00b7\u0387\u02d9\u16eb\u2022\u2024\u2027\u2219\u22c5\u25aa\u25cf\u25e6\u26ab\u2e31\u2e33\u30fb\uff65\ua78f\u{10101}]/gu
/** Those that end a sentence elsewhere: dots of a name only among Chinese characters. */
const STOPS = /[.\u3002\uff61\uff0e\ufe52]/g
const APOSTROPHES = /[\u2018\u2019\u02bc\u02bb\u0060\u00b4]/g

const CHARACTER = `(?:[\\p{L}〇]|${PRIVATE_USE})\\p{M}*`
const NAME = new RegExp(`^${CHARACTER}(?:${CHARACTER}|[·' -])*$`, 'u')
const CHARACTERS = new RegExp(`${PRIVATE_USE}|.`, 'gsu')

/**
 * A name in its one written form: compatibility forms folded (⾼⽂⽅ is 高文方), every dot ·, 〇 for the
 * circles typed for it, no spaces among Chinese characters, private-use characters as code points.
 * Never fails: whether it is a name at all says `isName`. Cleaning twice changes nothing.
 */
export function cleanName(typed: string): string {
  const text = foldSigns(foldForms(foldSigns(typed)))
  const isHan = /\p{Script=Han}/u.test(text)
  const spaced = isHan ? text.replace(/\s/g, '').replace(STOPS, '·') : text.replace(/\s+/g, ' ')
  return spaced
    .replace(/ ?·[· ]*/g, '·')
    .replace(/^[· ]+|[· ]+$/g, '')
    .normalize('NFKC')
}

/** Before NFKC, which would take some of them apart, and after it, which makes new ones. */
function foldSigns(text: string): string {
  return text.replace(DOTS, '·').replace(APOSTROPHES, "'")
}

/** Whether a cleaned text can be somebody's name. */
export function isName(cleaned: string): boolean {
  return NAME.test(cleaned) && charactersOfName(cleaned).length <= MOST_CHARACTERS
}

/** The characters of a cleaned name, with the code point of a private-use one as one character. */
export function charactersOfName(cleaned: string): string[] {
  return cleaned.match(CHARACTERS) ?? []
}

/**
 * What two ways of writing one name have in common, for searching and comparing: without dots,
 * spaces, hyphens and apostrophes, in small letters. `NAME_SIGNS` are what it leaves out.
 */
export function nameKey(typed: string): string {
  return cleanName(typed).toLowerCase().replace(NAME_SIGNS_PATTERN, '').normalize('NFKC')
}

/** For a database that makes the key of a cleaned name itself: lower(translate(name, signs, '')). */
export const NAME_SIGNS = "· '-."
const NAME_SIGNS_PATTERN = /[· '.-]/g
