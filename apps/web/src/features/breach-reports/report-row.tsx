import { useT } from '../../ui/i18n.ts'
import { ListRow } from '../../ui/list.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Day } from '../../ui/when.tsx'
import { standingOf, standingTones, type BreachReport } from './breach-report.ts'
import { reportsMessages } from './messages.ts'
import { useAbout } from './use-about.ts'

/** One report in a list: about what, how it stands, until when it is decided. */
export function ReportRow({ report, to }: { report: BreachReport; to: string }) {
  const t = useT(reportsMessages)
  const about = useAbout()(report)
  return (
    <ListRow
      title={about}
      note={
        <>
          <Standing report={report} />{' '}
          {report.state === 'unassigned' ||
          report.state === 'open' ||
          report.state === 'appealed' ? (
            <>
              {t(report.state === 'unassigned' ? 'findDue' : 'decisionDue')}{' '}
              <Day day={report.appeal?.dueOn ?? report.decisionDueOn} />
            </>
          ) : (
            report.words
          )}
        </>
      }
      to={to}
    />
  )
}

export function Standing({ report }: { report: BreachReport }) {
  const t = useT(reportsMessages)
  if (report.isOverdue) return <StateBadge tone="wrong">{t('overdue')}</StateBadge>
  const standing = standingOf(report)
  return <StateBadge tone={standingTones[standing]}>{t(`standing_${standing}`)}</StateBadge>
}
