import { toLocalText } from '@azalea/client'
import { MegaphoneIcon } from '@phosphor-icons/react/dist/csr/Megaphone'
import { useBeside } from '../../ui/address.ts'
import { useT } from '../../ui/i18n.ts'
import { useListPages } from '../../app/use-list-pages.ts'
import { DeskList } from '../../ui/desk-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { Paged } from '../../ui/paged.tsx'
import { Day, When } from '../../ui/when.tsx'
import { standingOf, type BreachReport, type ListedState } from './breach-report.ts'
import { reportsMessages } from './messages.ts'
import { ReportRow, Standing } from './report-row.tsx'
import { useAbout } from './use-about.ts'

const sorts = ['dueOn', 'reportedAt', 'occurredAt'] as const

/** The village's reports in one state, the nearest deadline first unless ordered otherwise. */
export function ReportList({ state, shownId }: { state: ListedState; shownId?: string }) {
  const t = useT(reportsMessages)
  const beside = useBeside()
  const list = useListPages('/api/breach-reports', sorts, { state })
  const columns = useColumns()
  const pathOf = ({ reportId }: BreachReport) => beside(`/workbench/reports/${reportId}`)
  return (
    <Paged
      pages={list.pages}
      empty={<EmptyState icon={MegaphoneIcon} title={t(`empty_${state}`)} hint={t('emptyHint')} />}
    >
      {(reports) => (
        <DeskList
          label={t(`tab_${state}`)}
          rows={reports}
          rowKey={({ reportId }) => reportId}
          list={list}
          shownKey={shownId}
          to={pathOf}
          columns={columns}
          phone={(report) => (
            <ReportRow key={report.reportId} report={report} to={pathOf(report)} />
          )}
        />
      )}
    </Paged>
  )
}

function useColumns(): readonly ListColumn<BreachReport>[] {
  const t = useT(reportsMessages)
  const about = useAbout()
  const dueOf = ({ appeal, decisionDueOn }: BreachReport) => appeal?.dueOn ?? decisionDueOn
  return [
    { key: 'about', title: t('columnAbout'), text: about, essential: true },
    {
      key: 'happened',
      title: t('columnHappened'),
      text: ({ occurredAt }) => toLocalText(occurredAt).replace('T', ' '),
      cell: ({ occurredAt }) => <When at={occurredAt} />,
      sort: 'occurredAt',
    },
    {
      key: 'reported',
      title: t('columnReported'),
      text: ({ reportedAt }) => toLocalText(reportedAt).replace('T', ' '),
      cell: ({ reportedAt }) => <When at={reportedAt} />,
      sort: 'reportedAt',
    },
    {
      key: 'due',
      title: t('columnDue'),
      text: dueOf,
      cell: (report) => <Day day={dueOf(report)} />,
      sort: 'dueOn',
    },
    {
      key: 'state',
      title: t('columnState'),
      text: (report) => (report.isOverdue ? t('overdue') : t(`standing_${standingOf(report)}`)),
      cell: (report) => <Standing report={report} />,
      essential: true,
    },
  ]
}
