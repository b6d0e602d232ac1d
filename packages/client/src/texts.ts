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
    return language === 'en' ? inProse(inSingular(text)) : text
  }
}

function fill(text: string, params: TextParams): string {
  return text.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) =>
    String(params[name] ?? placeholder),
  )
}

/** Amounts come written out, so that no plural can be chosen for them: one of them is “1 point”. */
function inSingular(text: string): string {
  return text.replace(
    /(^|[^\d.,:])1 (point|minute|star|day|household|record)s\b/g,
    (_, before: string, one: string) => `${before}1 ${one}`,
  )
}

/** Days come as they stand alone: within a sentence it is “since today”, and “voted today”. */
function inProse(text: string): string {
  return text.replace(
    /([a-z)”][,;:]? )(?:on )?(Today|Yesterday|Tomorrow)\b/g,
    (_, before: string, day: string) => before + day.toLowerCase(),
  )
}

/** The plural forms of both languages; Chinese has one. */
function pluralOf(count: number, language: Language): 'one' | 'other' {
  return language === 'en' && count === 1 ? 'one' : 'other'
}
