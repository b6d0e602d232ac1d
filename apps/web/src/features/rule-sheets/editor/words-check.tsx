import type { SheetProblem } from '@azalea/scoring'
import { useT } from '../../../ui/i18n.ts'
import { useLanguage } from '../../../ui/settings.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'
import { sheetMessages } from './sheet-messages.ts'

/** What is edited in sentences, as it is typed; or what is wrong with it. */
export function WordsCheck({
  sentences,
  problems,
}: {
  sentences: readonly string[]
  problems: readonly SheetProblem[]
}) {
  const t = useT(sheetMessages)
  const language = useLanguage()
  if (problems.length > 0)
    return (
      <Section title={t('problems')}>
        <ul className="stack stack--tight">
          {distinct(problems.map((one) => (language === 'zh' ? one.messageZh : one.messageEn))).map(
            (words) => (
              <li key={words}>
                <Notice kind="waiting">{words}</Notice>
              </li>
            ),
          )}
        </ul>
      </Section>
    )
  return (
    <Section title={t('check')}>
      <div className="stack stack--tight">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </Section>
  )
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)]
}
