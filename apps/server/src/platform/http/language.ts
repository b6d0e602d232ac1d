export type Language = 'zh' | 'en'

/** The reader's language from Accept-Language: English when it is asked for first, else Chinese. */
export function languageOf(header: string | undefined): Language {
  return /^\s*en\b/i.test(header ?? '') ? 'en' : 'zh'
}
