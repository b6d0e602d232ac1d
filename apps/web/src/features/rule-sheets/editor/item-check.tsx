import { describeItem, lintRuleItem, type RuleItem, type SheetProblem } from '@azalea/scoring'
import { useT } from '../../../ui/i18n.ts'
import { useLanguage } from '../../../ui/settings.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'
import { LintReasons } from '../lint-reasons.tsx'
import { editorMessages } from './messages.ts'
import { WordsCheck } from './words-check.tsx'

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
      <WordsCheck
        sentences={problems.length === 0 ? describeItem(item, language) : []}
        problems={problems}
      />
      <Section title={t('checkLint')}>
        {lint.verdict === 'accept' ? (
          <Notice kind="done">{t('lintFine')}</Notice>
        ) : (
          <Notice kind={lint.verdict === 'refuse' ? 'wrong' : 'waiting'}>
            <strong>{t(lint.verdict === 'refuse' ? 'refused' : 'warned')}</strong>
            <LintReasons reasons={lint.reasons} />
          </Notice>
        )}
      </Section>
    </div>
  )
}
