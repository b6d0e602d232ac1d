import { useLocation, useSearchParams } from 'wouter'
import { useT } from '../../ui/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { reportStates } from './breach-report.ts'
import { reportsMessages } from './messages.ts'
import { ReportList } from './report-list.tsx'

/** The village's reports, those that are overdue first. */
export function VillageReportsPage() {
  const t = useT(reportsMessages)
  const { session } = useSession()
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const state = reportStates.find((one) => one === search.get('tab')) ?? 'open'
  return (
    <Page wide title={t('village')} back="/workbench">
      <Tabs
        label={t('village')}
        value={state}
        tabs={reportStates.map((value) => ({ value, label: t(`tab_${value}`) }))}
        onChange={(value) => navigate(`/workbench/reports?tab=${value}`, { replace: true })}
      >
        <ReportList key={state} state={state} />
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
