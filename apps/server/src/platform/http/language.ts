export type Language = 'zh' | 'en'

/** What somebody wrote in Chinese, and perhaps in English too, as the reader takes it. */
export function inLanguage(language: Language, zh: string, en: string | null | undefined): string {
  return language === 'en' ? en || zh : zh
}

/** The reader's language from Accept-Language: English when it is asked for first, else Chinese. */
export function languageOf(header: string | undefined): Language {
  return /^\s*en\b/i.test(header ?? '') ? 'en' : 'zh'
}
