import { ChatTextIcon } from '@phosphor-icons/react/dist/csr/ChatText'
import { useLocation, useSearchParams } from 'wouter'
import { useT } from '../../app/i18n.ts'
import { usePages } from '../../app/use-pages.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { List } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { objectionsMessages } from './messages.ts'
import { ObjectionRow } from './objection-row.tsx'
import type { Objection, ObjectionPage, ObjectionState } from './objection.ts'

const states: readonly ObjectionState[] = ['open', 'upheld', 'refused']

/** The village's objections, those that are overdue first. */
export function ObjectionsPage() {
  const t = useT(objectionsMessages)
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const state = states.find((one) => one === search.get('tab')) ?? 'open'
  return (
    <Page title={t('villageObjections')} back="/workbench">
      <Tabs
        label={t('villageObjections')}
        value={state}
        tabs={states.map((value) => ({ value, label: t(`tab_${value}`) }))}
        onChange={(value) => navigate(`/workbench/objections?tab=${value}`, { replace: true })}
      >
        <ObjectionList key={state} state={state} />
      </Tabs>
    </Page>
  )
}

function ObjectionList({ state }: { state: ObjectionState }) {
  const t = useT(objectionsMessages)
  const pages = usePages<ObjectionPage>('/api/objections', { state })
  return (
    <Paged<Objection, ObjectionPage>
      pages={pages}
      empty={<EmptyState icon={ChatTextIcon} title={t(`empty_${state}`)} hint={t('emptyHint')} />}
    >
      {(objections) => (
        <List label={t(`tab_${state}`)}>
          {objections.map((objection) => (
            <ObjectionRow
              key={objection.objectionId}
              objection={objection}
              to={`/workbench/objections/${objection.objectionId}`}
            />
          ))}
        </List>
      )}
    </Paged>
  )
}
