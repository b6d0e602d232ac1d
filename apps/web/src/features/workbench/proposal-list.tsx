import { MegaphoneIcon } from '@phosphor-icons/react/dist/csr/Megaphone'
import { useT } from '../../app/i18n.ts'
import { usePages } from '../../app/use-pages.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Paged } from '../../ui/paged.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Span } from '../../ui/when.tsx'
import { workbenchMessages } from './messages.ts'
import { stateTones, type ProposalPage, type ProposalRow } from './proposal.ts'

/** Activities that wait for the committee, or for their initiator's changes. */
export function ProposalList({ shownId }: { shownId?: string }) {
  const t = useT(workbenchMessages)
  const pages = usePages<ProposalPage>('/api/activities', { scope: 'proposed' })
  return (
    <Paged<ProposalRow, ProposalPage>
      pages={pages}
      empty={
        <EmptyState
          icon={MegaphoneIcon}
          title={t('proposalsEmpty')}
          hint={t('proposalsEmptyHint')}
        />
      }
    >
      {(proposals) => (
        <List label={t('proposalsAside')}>
          {proposals.map(({ activityId, title, place, startsAt, endsAt, state }) => (
            <ListRow
              key={activityId}
              title={title}
              note={
                <>
                  <Span from={startsAt} to={endsAt} />
                  <span>{place}</span>
                </>
              }
              end={<StateBadge tone={stateTones[state]}>{t(`state_${state}`)}</StateBadge>}
              to={`/workbench/activities/${activityId}`}
              mine={activityId === shownId}
            />
          ))}
        </List>
      )}
    </Paged>
  )
}
