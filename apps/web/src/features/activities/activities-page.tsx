import { CalendarDotsIcon } from '@phosphor-icons/react/dist/csr/CalendarDots'
import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { useLocation, useSearchParams } from 'wouter'
import { useT } from '../../ui/i18n.ts'
import { useListPages } from '../../app/use-list-pages.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { ActivityList, activitySorts } from './activity-list.tsx'
import { activitiesMessages } from './messages.ts'

type Scope = 'upcoming' | 'mine' | 'past'
const scopes: readonly Scope[] = ['upcoming', 'mine', 'past']

/** What is on, what is mine, what is over; and the way to start something. */
export function ActivitiesPage() {
  const t = useT(activitiesMessages)
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const scope = scopes.find((one) => one === search.get('tab')) ?? 'upcoming'
  return (
    <Page
      wide
      title={t('title')}
      actions={
        <LinkButton to="/activities/new" kind="primary" icon={PlusIcon}>
          {t('propose')}
        </LinkButton>
      }
    >
      <Tabs
        label={t('title')}
        value={scope}
        tabs={scopes.map((value) => ({ value, label: t(`tab_${value}`) }))}
        onChange={(value) => navigate(`/activities?tab=${value}`, { replace: true })}
      >
        <ScopeList key={scope} scope={scope} />
      </Tabs>
    </Page>
  )
}

function ScopeList({ scope }: { scope: Scope }) {
  const t = useT(activitiesMessages)
  const isAhead = scope === 'upcoming'
  const list = useListPages(
    '/api/activities',
    isAhead ? activitySorts : ['-startsAt', ...activitySorts],
    { scope },
  )
  return (
    <Paged
      pages={list.pages}
      empty={
        <EmptyState
          icon={CalendarDotsIcon}
          title={t(`empty_${scope}`)}
          hint={t(`emptyHint_${scope}`)}
        />
      }
    >
      {(activities) => (
        <ActivityList label={t(`tab_${scope}`)} activities={activities} list={list} />
      )}
    </Paged>
  )
}
