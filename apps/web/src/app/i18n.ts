import { createInstance } from 'i18next'
import { useMemo } from 'react'
import { useLanguage, type Language } from './settings.ts'

type Texts = Record<string, string>

/** English needs all keys of the Chinese texts, and a singular beside each plural. */
type EnglishFor<Zh extends Texts> = { [K in keyof Zh]: string } & {
  [K in keyof Zh as K extends `${infer Base}_other` ? `${Base}_one` : never]: string
}

/** The keys to call with: plural endings are chosen from `count`, so they are left out. */
type KeyOf<Zh extends Texts> = keyof Zh extends infer K
  ? K extends `${infer Base}_other`
    ? Base
    : K & string
  : never

export interface Messages<Zh extends Texts = Texts> {
  namespace: string
  zh: Zh
  en: EnglishFor<Zh>
}

export type Params = Readonly<Record<string, string | number>>
export type Translate<Key extends string> = (key: Key, params?: Params) => string

const i18n = createInstance()
void i18n.init({
  initAsync: false,
  lng: 'zh',
  fallbackLng: false,
  resources: {},
  ns: [],
  // Keys are flat, so dots and colons in them mean nothing.
  keySeparator: false,
  nsSeparator: false,
  // React escapes what it renders.
  interpolation: { escapeValue: false },
})

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

/** The translate function outside React: tests, printing, the title of a share sheet. */
export function translator<Zh extends Texts>(
  messages: Messages<Zh>,
  language: Language,
): Translate<KeyOf<Zh>> {
  const { namespace } = messages
  i18n.addResourceBundle('zh', namespace, messages.zh, true, true)
  i18n.addResourceBundle('en', namespace, messages.en, true, true)
  // The library's own types look for keys in one global catalogue; ours are checked per feature.
  const find = i18n.t as (key: string, options: Record<string, string | number>) => string
  return (key, params) => find(key, { ...params, lng: language, ns: namespace })
}

/** `const t = useT(messages)`, then `t('title')` or `t('days', { count: 3 })`. */
export function useT<Zh extends Texts>(messages: Messages<Zh>): Translate<KeyOf<Zh>> {
  const language = useLanguage()
  return useMemo(() => translator(messages, language), [messages, language])
}
