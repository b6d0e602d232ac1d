import { useLocation, useSearchParams } from 'wouter'
import { useT } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { objectionsMessages } from './messages.ts'
import { ObjectionList } from './objection-list.tsx'
import { objectionStates } from './objection.ts'

/** The village's objections, those that are overdue first. */
export function ObjectionsPage() {
  const t = useT(objectionsMessages)
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const state = objectionStates.find((one) => one === search.get('tab')) ?? 'open'
  return (
    <Page wide title={t('villageObjections')} back="/workbench">
      <Tabs
        label={t('villageObjections')}
        value={state}
        tabs={objectionStates.map((value) => ({ value, label: t(`tab_${value}`) }))}
        onChange={(value) => navigate(`/workbench/objections?tab=${value}`, { replace: true })}
      >
        <ObjectionList key={state} state={state} />
      </Tabs>
    </Page>
  )
}
