import { useLanguage } from '../../ui/settings.ts'
import type { Finding } from './sheet.ts'

/** Why the law or plain words have something against an item, with the article, in the reader's language. */
export function LintReasons({ reasons }: { reasons: Finding['reasons'] }) {
  const language = useLanguage()
  return reasons.map(({ code, article, messageZh, messageEn }) => (
    <p key={code} className="small">
      {language === 'zh' ? messageZh : messageEn}{' '}
      <span className="soft">{articleIn(article, language)}</span>
    </p>
  ))
}

/** The lint cites an article in both languages: 'zh (en)'. */
function articleIn(article: string, language: 'zh' | 'en'): string {
  const [zh = article, en = article] = article.replace(/\)$/, '').split(' (')
  return language === 'zh' ? zh : en
}
