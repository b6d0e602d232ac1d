import { describeItem, lintRuleItem, type RuleItem, type SheetProblem } from '@azalea/scoring'
import { useT } from '../../../app/i18n.ts'
import { useLanguage } from '../../../app/settings.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'
import { editorMessages } from './messages.ts'

/** The item in sentences, what is wrong with it, and what words and law have against it: as it is typed. */
export function ItemCheck({
  item,
  problems,
}: {
  item: RuleItem
  problems: readonly SheetProblem[]
}) {
  const t = useT(editorMessages)
  const language = useLanguage()
  const lint = lintRuleItem(item)
  return (
    <div className="editor-check">
      {problems.length > 0 ? (
        <Section title={t('itemProblems')}>
          <ul className="stack stack--tight">
            {distinct(
              problems.map((one) => (language === 'zh' ? one.messageZh : one.messageEn)),
            ).map((words) => (
              <li key={words}>
                <Notice kind="waiting">{words}</Notice>
              </li>
            ))}
          </ul>
        </Section>
      ) : (
        <Section title={t('check')}>
          <div className="stack stack--tight">
            {describeItem(item, language).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        </Section>
      )}
      <Section title={t('checkLint')}>
        {lint.verdict === 'accept' ? (
          <Notice kind="done">{t('lintFine')}</Notice>
        ) : (
          <Notice kind={lint.verdict === 'refuse' ? 'wrong' : 'waiting'}>
            <strong>{t(lint.verdict === 'refuse' ? 'refused' : 'warned')}</strong>
            {lint.reasons.map(({ code, article, messageZh, messageEn }) => (
              <p key={code} className="small">
                {language === 'zh' ? messageZh : messageEn} <span className="soft">{article}</span>
              </p>
            ))}
          </Notice>
        )}
      </Section>
    </div>
  )
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)]
}
