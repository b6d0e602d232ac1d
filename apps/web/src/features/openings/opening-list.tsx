import { LockKeyOpenIcon } from '@phosphor-icons/react/dist/csr/LockKeyOpen'
import { useBeside } from '../../ui/address.ts'
import { useT } from '../../ui/i18n.ts'
import { DeskList } from '../../ui/desk-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { ListRow } from '../../ui/list.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { openingsMessages } from './messages.ts'
import type { Opening } from './opening.ts'
import { useOpenings, useOpeningWords } from './use-openings.ts'

const tones = { proposed: 'waiting', granted: 'done', refused: 'past', ended: 'past' } as const

/** All openings, the newest first unless ordered otherwise. */
export function OpeningList({ shownId }: { shownId?: string }) {
  const t = useT(openingsMessages)
  const openings = useOpenings()
  const beside = useBeside()
  const columns = useOpeningColumns()
  const words = useOpeningWords()
  if (openings.isPending) return <Skeleton count={3} />
  if (openings.isError) {
    return <ErrorState error={openings.error} onRetry={() => void openings.refetch()} />
  }
  if (openings.data.items.length === 0) {
    return <EmptyState icon={LockKeyOpenIcon} title={t('none')} hint={t('noneHint')} />
  }
  const pathOf = ({ openingId }: Opening) => beside(`/workbench/openings/${openingId}`)
  return (
    <DeskList
      label={t('title')}
      rows={openings.data.items}
      rowKey={({ openingId }) => openingId}
      shownKey={shownId}
      to={pathOf}
      columns={columns}
      phone={(opening) => (
        <ListRow
          key={opening.openingId}
          title={t('for', { name: words.nameOf(opening.auditorName) })}
          note={
            <>
              <span>{words.kindsOf(opening)}</span>
              <span>{words.daysOf(opening)}</span>
            </>
          }
          end={<OpeningBadge state={opening.state} />}
          to={pathOf(opening)}
        />
      )}
    />
  )
}

export function OpeningBadge({ state }: Pick<Opening, 'state'>) {
  const t = useT(openingsMessages)
  return <StateBadge tone={tones[state]}>{t(`state_${state}`)}</StateBadge>
}

function useOpeningColumns(): readonly ListColumn<Opening>[] {
  const t = useT(openingsMessages)
  const { kindsOf, daysOf, validityOf, nameOf } = useOpeningWords()
  return [
    {
      key: 'auditor',
      title: t('columnAuditor'),
      text: ({ auditorName }) => nameOf(auditorName),
      sort: 'auditor',
      essential: true,
    },
    { key: 'kinds', title: t('scope'), text: kindsOf },
    {
      key: 'days',
      title: t('days'),
      text: ({ fromDay, throughDay }) =>
        fromDay === throughDay ? fromDay : `${fromDay} – ${throughDay}`,
      cell: daysOf,
      sort: 'days',
    },
    {
      key: 'proposedBy',
      title: t('proposedBy'),
      text: ({ proposedByName }) => nameOf(proposedByName),
      sort: 'proposedBy',
    },
    {
      key: 'decidedBy',
      title: t('decidedBy'),
      text: ({ state, decidedByName }) => (state === 'proposed' ? null : nameOf(decidedByName)),
      sort: 'decidedBy',
    },
    { key: 'validity', title: t('validity'), text: validityOf },
    {
      key: 'state',
      title: t('columnState'),
      text: ({ state }) => t(`state_${state}`),
      cell: ({ state }) => <OpeningBadge state={state} />,
      sort: 'state',
      essential: true,
    },
  ]
}
