import { describeItem, type RuleItem, type SheetProblem } from '@azalea/scoring'
import { Suspense } from 'react'
import { useT } from '../../../ui/i18n.ts'
import { useLanguage } from '../../../ui/settings.ts'
import { lazyPage } from '../../../ui/lazy-page.tsx'
import { Section } from '../../../ui/page.tsx'
import { editorMessages } from './messages.ts'
import { WordsCheck } from './words-check.tsx'

const LintCheck = lazyPage(() => import('./lint-check.tsx').then((m) => m.LintCheck))

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
  return (
    <div className="editor-check">
      <WordsCheck
        sentences={problems.length === 0 ? describeItem(item, language) : []}
        problems={problems}
      />
      <Section title={t('checkLint')}>
        <Suspense fallback={null}>
          <LintCheck item={item} />
        </Suspense>
      </Section>
    </div>
  )
}
