import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import type { BreachReport } from './breach-report.ts'
import { reportsMessages } from './messages.ts'

/** What was decided, what an appeal came to, and how it ended. */
export function ReportOutcome({ report, isWork }: { report: BreachReport; isWork: boolean }) {
  const t = useT(reportsMessages)
  const format = useFormat()
  const { decision, appeal, settledAt, awardId, outcome, side } = report
  if (decision === null) return null
  const { itemName } = decision
  const upheld =
    itemName === null ? t('decided_upheld') : t('decided_upheldUnder', { item: itemName })
  return (
    <>
      <Section title={t('decision')}>
        <p>{decision.outcome === 'upheld' ? upheld : t('decided_dismissed')}</p>
        <Reasons judgement={decision} />
      </Section>
      {appeal !== null && (
        <Section title={t('appeal')}>
          <p>{t('appealed', { at: format.when(appeal.at), day: format.day(appeal.dueOn) })}</p>
          {appeal.words !== null && (
            <blockquote className="report-words">{appeal.words}</blockquote>
          )}
          {appeal.answer !== null && (
            <>
              <p>{t(`answered_${appeal.answer.outcome}`)}</p>
              <Reasons judgement={appeal.answer} />
            </>
          )}
        </Section>
      )}
      {settledAt !== null && (
        <p className="soft">
          {t('settled', { at: format.when(settledAt) })}{' '}
          {outcome === 'upheld' && awardId === null && side !== 'reporter' && t('noDeduction')}
        </p>
      )}
      {awardId !== null && (
        <LinkButton to={`${isWork ? '/workbench' : ''}/awards/${awardId}`}>
          {t('seeDeduction')}
        </LinkButton>
      )}
    </>
  )
}

function Reasons({
  judgement: { reasons, by, at },
}: {
  judgement: Pick<NonNullable<BreachReport['decision']>, 'reasons' | 'by' | 'at'>
}) {
  const t = useT(reportsMessages)
  const format = useFormat()
  return (
    <>
      {reasons !== null && <p>{t('reasonsGiven', { reasons })}</p>}
      <p className="soft small">{t('by', { name: by, at: format.when(at) })}</p>
    </>
  )
}
