import { MegaphoneIcon } from '@phosphor-icons/react/dist/csr/Megaphone'
import { useAnswer } from '../../app/use-answer.ts'
import { useT } from '../../ui/i18n.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { reportsMessages } from './messages.ts'

interface Reporter {
  personId: string
  name: string
  made: number
  upheld: number
  dismissed: number
}

/** How the reports of each reporter ended, for the supervisors. */
export function ReportersPage() {
  const t = useT(reportsMessages)
  const found = useAnswer('/api/breach-reporters')
  return (
    <Page title={t('patterns')} lead={t('patternsLead')} back="/workbench/reports">
      {found.isPending && <Skeleton count={4} />}
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess &&
        (found.data.reporters.length === 0 ? (
          <EmptyState
            icon={MegaphoneIcon}
            title={t('patternsEmpty')}
            hint={t('patternsEmptyHint')}
          />
        ) : (
          <Table reporters={found.data.reporters} />
        ))}
    </Page>
  )
}

function Table({ reporters }: { reporters: readonly Reporter[] }) {
  const t = useT(reportsMessages)
  return (
    <DataTable
      caption={t('patternsCaption', { count: reporters.length })}
      rows={reporters}
      rowKey={({ personId }) => personId}
      columns={[
        { key: 'name', title: t('person'), cell: ({ name }) => name },
        { key: 'made', title: t('made'), numeric: true, cell: ({ made }) => String(made) },
        {
          key: 'upheld',
          title: t('upheldCount'),
          numeric: true,
          cell: ({ upheld }) => String(upheld),
        },
        {
          key: 'dismissed',
          title: t('dismissedCount'),
          numeric: true,
          cell: ({ dismissed }) => String(dismissed),
        },
      ]}
    />
  )
}
