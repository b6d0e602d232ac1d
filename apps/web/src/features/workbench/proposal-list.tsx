import { toLocalText } from '@azalea/client'
import { MegaphoneIcon } from '@phosphor-icons/react/dist/csr/Megaphone'
import { useBeside } from '../../ui/address.ts'
import { useT } from '../../ui/i18n.ts'
import { useListPages } from '../../app/use-list-pages.ts'
import { DeskList } from '../../ui/desk-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { ListRow } from '../../ui/list.tsx'
import { Paged } from '../../ui/paged.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Span } from '../../ui/when.tsx'
import { workbenchMessages } from './messages.ts'
import { stateTones, type ActivityState, type ProposalRow } from './proposal.ts'

/** Activities that wait for the committee, or for their initiator's changes. */
export function ProposalList({ shownId }: { shownId?: string }) {
  const t = useT(workbenchMessages)
  const beside = useBeside()
  const columns = useColumns()
  const list = useListPages('/api/activities', sorts, { scope: 'proposed' })
  const pathOf = ({ activityId }: ProposalRow) => beside(`/workbench/activities/${activityId}`)
  return (
    <Paged
      pages={list.pages}
      empty={
        <EmptyState
          icon={MegaphoneIcon}
          title={t('proposalsEmpty')}
          hint={t('proposalsEmptyHint')}
        />
      }
    >
      {(proposals) => (
        <DeskList
          label={t('proposalsAside')}
          rows={proposals}
          rowKey={({ activityId }) => activityId}
          list={list}
          shownKey={shownId}
          to={pathOf}
          columns={columns}
          phone={(proposal) => (
            <ListRow
              key={proposal.activityId}
              title={proposal.title}
              note={
                <>
                  <Span from={proposal.startsAt} to={proposal.endsAt} />
                  <span>{proposal.place}</span>
                </>
              }
              end={<ProposalState state={proposal.state} />}
              to={pathOf(proposal)}
              mine={proposal.activityId === shownId}
            />
          )}
        />
      )}
    </Paged>
  )
}

const sorts = ['startsAt', 'title'] as const

function useColumns(): readonly ListColumn<ProposalRow>[] {
  const t = useT(workbenchMessages)
  return [
    {
      key: 'title',
      title: t('columnTitle'),
      text: ({ title }) => title,
      sort: 'title',
      essential: true,
    },
    {
      key: 'when',
      title: t('columnWhen'),
      text: ({ startsAt }) => toLocalText(startsAt).replace('T', ' '),
      cell: ({ startsAt, endsAt }) => <Span from={startsAt} to={endsAt} />,
      sort: 'startsAt',
      essential: true,
    },
    { key: 'place', title: t('columnPlace'), text: ({ place }) => place },
    { key: 'item', title: t('columnItem'), text: ({ itemName }) => itemName },
    { key: 'places', title: t('columnPlaces'), text: ({ spots }) => spots.quota, numeric: true },
    {
      key: 'state',
      title: t('columnState'),
      text: ({ state }) => t(`state_${state}`),
      cell: ({ state }) => <ProposalState state={state} />,
    },
  ]
}

function ProposalState({ state }: { state: ActivityState }) {
  const t = useT(workbenchMessages)
  return <StateBadge tone={stateTones[state]}>{t(`state_${state}`)}</StateBadge>
}
