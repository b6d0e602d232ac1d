import { englishProse } from '@azalea/text'
import type { Language } from './ports.ts'

export type Texts = Record<string, string>

/** English needs all keys of the Chinese texts, and a singular beside each plural. */
type EnglishFor<Zh extends Texts> = { [K in keyof Zh]: string } & {
  [K in keyof Zh as K extends `${infer Base}_other` ? `${Base}_one` : never]: string
}

/** The keys to call with: plural endings are chosen from `count`, so they are left out. */
export type KeyOf<Zh extends Texts> = keyof Zh extends infer K
  ? K extends `${infer Base}_other`
    ? Base
    : K & string
  : never

export interface Messages<Zh extends Texts = Texts> {
  namespace: string
  zh: Zh
  en: EnglishFor<Zh>
}

export type TextParams = Readonly<Record<string, string | number>>
export type Translate<Key extends string> = (key: Key, params?: TextParams) => string

/**
 * Declares a feature's texts. `namespace` is the feature's folder name. Plurals: `days_other` in
 * Chinese, `days_one` and `days_other` in English, called as `t('days', { count })`.
 * Placeholders are written `{{name}}`.
 */
export function defineMessages<const Zh extends Texts>(
  namespace: string,
  texts: { zh: Zh; en: EnglishFor<Zh> },
): Messages<Zh> {
  return { namespace, ...texts }
}

/** The texts of one catalogue in one language, as a function. */
export function translator<Zh extends Texts>(
  messages: Messages<Zh>,
  language: Language,
): Translate<KeyOf<Zh>> {
  const texts: Texts = messages[language]
  return (key, params = {}) => {
    const { count } = params
    const plural =
      typeof count === 'number' ? texts[`${key}_${pluralOf(count, language)}`] : undefined
    // A missing text shows its key: it must be seen, and must not take the page with it.
    const text = fill(plural ?? texts[key] ?? texts[`${key}_other`] ?? key, params)
    return language === 'en' ? englishProse(text) : text
  }
}

function fill(text: string, params: TextParams): string {
  return text.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) =>
    String(params[name] ?? placeholder),
  )
}

/** The plural forms of both languages; Chinese has one. */
function pluralOf(count: number, language: Language): 'one' | 'other' {
  return language === 'en' && count === 1 ? 'one' : 'other'
}

/** A text around an element, such as a date that carries its full form: what stands before, in and after it. */
export interface Around {
  readonly before: string
  readonly at: string
  readonly after: string
}

/** Where in a text the element stands: each language has its own place and spacing for it. */
const place = '{{at}}'

/** A text with `{{at}}` around what stands there, as prose: `since {{at}}` and `Today` are “since today”. */
export function textAround(text: string, at: string, language: Language): Around {
  const [before = '', after = ''] = text.split(place)
  if (language !== 'en') return { before, at, after }
  const said = englishProse(before + at)
  const within = said.slice(-at.length)
  return { before: said.slice(0, -at.length), at: within, after }
}
