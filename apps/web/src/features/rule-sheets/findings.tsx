import { wordsIn } from '@azalea/scoring'
import { useT } from '../../ui/i18n.ts'
import { useLanguage } from '../../ui/settings.ts'
import { Notice } from '../../ui/notice.tsx'
import { LintReasons } from './lint-reasons.tsx'
import { ruleSheetsMessages } from './messages.ts'
import type { Finding, SheetView } from './sheet.ts'
import { SheetWords } from '../../ui/sheet-words.tsx'

/** What the law and plain words have against items of a draft, or what was answered to it. */
export function Findings({ view }: { view: SheetView }) {
  const t = useT(ruleSheetsMessages)
  const answerTo = (ref: string) => view.lintAnswers.find((one) => one.ref === ref)?.reason
  return (
    <ul className="stack">
      {view.findings.map((finding) => (
        <li key={finding.ref}>
          <Notice kind={finding.verdict === 'refuse' ? 'wrong' : 'waiting'}>
            <FindingWords view={view} finding={finding} />
            {answerTo(finding.ref) !== undefined && (
              <p className="small">{t('answered', { reason: answerTo(finding.ref) ?? '' })}</p>
            )}
          </Notice>
        </li>
      ))}
    </ul>
  )
}

function FindingWords({ view, finding }: { view: SheetView; finding: Finding }) {
  const t = useT(ruleSheetsMessages)
  const language = useLanguage()
  return (
    <>
      <strong>
        <SheetWords text={itemName(view, finding.ref, language)} />
      </strong>
      <p>{t(`finding_${finding.verdict}`)}</p>
      <LintReasons reasons={finding.reasons} />
    </>
  )
}

/** How an item is called on the sheet. */
export function itemName({ sheet }: SheetView, ref: string, language: 'zh' | 'en'): string {
  return wordsIn(sheet.items.find((item) => item.ref === ref)?.name, language) ?? ref
}
