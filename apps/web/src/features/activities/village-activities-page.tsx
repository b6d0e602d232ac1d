import { CalendarDotsIcon } from '@phosphor-icons/react/dist/csr/CalendarDots'
import { Redirect, useParams } from 'wouter'
import { useT } from '../../ui/i18n.ts'
import { useSession } from '../../app/session.tsx'
import { usePages } from '../../app/use-pages.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { ActivityList } from './activity-list.tsx'
import { activitiesMessages } from './messages.ts'

/** What anyone may see of a village's activities: those to come, without names. */
export function VillageActivitiesPage() {
  const t = useT(activitiesMessages)
  const { villageId = '' } = useParams()
  const { session } = useSession()
  const pages = usePages('/api/villages/{villageId}/activities', { villageId })
  if (session?.village.villageId === villageId) return <Redirect to="/activities" replace />
  return (
    <Page title={t('publicTitle')} lead={t('publicLead')} back="/">
      <Paged
        pages={pages}
        empty={
          <EmptyState
            icon={CalendarDotsIcon}
            title={t('empty_upcoming')}
            hint={t('emptyHint_public')}
          />
        }
      >
        {(activities) => (
          <ActivityList
            label={t('publicTitle')}
            activities={activities.map((one) => ({ ...one, mine: null }))}
            linked={false}
          />
        )}
      </Paged>
      <LinkButton to="/sign-in?next=/activities" kind="primary">
        {t('signInToJoin')}
      </LinkButton>
    </Page>
  )
}
