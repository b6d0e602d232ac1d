import { MegaphoneIcon } from '@phosphor-icons/react/dist/csr/Megaphone'
import { useLocation, useSearchParams } from 'wouter'
import { useT } from '../../ui/i18n.ts'
import { usePages } from '../../app/use-pages.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { List } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { reportsMessages } from './messages.ts'
import { ReportRow } from './report-row.tsx'

const sides = ['reporter', 'reported'] as const
type Side = (typeof sides)[number]

/** What I reported, and what was reported about my household. */
export function MyReportsPage() {
  const t = useT(reportsMessages)
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const side = sides.find((one) => one === search.get('tab')) ?? 'reporter'
  const label = { reporter: t('mine'), reported: t('aboutUs') }
  return (
    <Page title={t('mine')} back="/me">
      <Tabs
        label={t('mine')}
        value={side}
        tabs={sides.map((value) => ({ value, label: label[value] }))}
        onChange={(value) => navigate(`/me/reports?tab=${value}`, { replace: true })}
      >
        <Reports key={side} side={side} label={label[side]} />
      </Tabs>
    </Page>
  )
}

function Reports({ side, label }: { side: Side; label: string }) {
  const t = useT(reportsMessages)
  const pages = usePages('/api/me/breach-reports', { side })
  const empty = side === 'reporter' ? 'mineEmpty' : 'aboutUsEmpty'
  return (
    <Paged
      pages={pages}
      empty={<EmptyState icon={MegaphoneIcon} title={t(empty)} hint={t(`${empty}Hint`)} />}
    >
      {(reports) => (
        <List label={label}>
          {reports.map((report) => (
            <ReportRow
              key={report.reportId}
              report={report}
              to={`/reports/${report.reportId}?tab=${side}`}
            />
          ))}
        </List>
      )}
    </Paged>
  )
}
