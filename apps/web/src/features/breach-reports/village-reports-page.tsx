import { MegaphoneIcon } from '@phosphor-icons/react/dist/csr/Megaphone'
import { useLocation, useSearchParams } from 'wouter'
import { useT } from '../../app/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { usePages } from '../../app/use-pages.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { List } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import type { BreachReport, ReportPage, ReportState } from './breach-report.ts'
import { reportsMessages } from './messages.ts'
import { ReportRow } from './report-row.tsx'

const states: readonly ReportState[] = ['open', 'decided', 'appealed', 'settled']

/** The village's reports, those that are overdue first. */
export function VillageReportsPage() {
  const t = useT(reportsMessages)
  const { session } = useSession()
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const state = states.find((one) => one === search.get('tab')) ?? 'open'
  return (
    <Page title={t('village')} back="/workbench">
      <Tabs
        label={t('village')}
        value={state}
        tabs={states.map((value) => ({ value, label: t(`tab_${value}`) }))}
        onChange={(value) => navigate(`/workbench/reports?tab=${value}`, { replace: true })}
      >
        <Reports key={state} state={state} />
      </Tabs>
      {hasRole(session, ['supervisor']) && (
        <p>
          <LinkButton kind="quiet" to="/workbench/reporters">
            {t('patterns')}
          </LinkButton>
        </p>
      )}
    </Page>
  )
}

function Reports({ state }: { state: ReportState }) {
  const t = useT(reportsMessages)
  const pages = usePages<ReportPage>('/api/breach-reports', { state })
  return (
    <Paged<BreachReport, ReportPage>
      pages={pages}
      empty={<EmptyState icon={MegaphoneIcon} title={t(`empty_${state}`)} hint={t('emptyHint')} />}
    >
      {(reports) => (
        <List label={t(`tab_${state}`)}>
          {reports.map((report) => (
            <ReportRow
              key={report.reportId}
              report={report}
              to={`/workbench/reports/${report.reportId}`}
            />
          ))}
        </List>
      )}
    </Paged>
  )
}
