import { toLocalText } from '@azalea/client'
import { ChatTextIcon } from '@phosphor-icons/react/dist/csr/ChatText'
import { useBeside } from '../../ui/address.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useListPages } from '../../app/use-list-pages.ts'
import { DeskList } from '../../ui/desk-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { Paged } from '../../ui/paged.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { Day, When } from '../../ui/when.tsx'
import { objectionsMessages } from './messages.ts'
import { ObjectionRow, ObjectionStanding } from './objection-row.tsx'
import type { Objection, ObjectionState } from './objection.ts'

const sorts = ['dueOn', 'raisedAt'] as const

/** The village's objections in one state, the nearest deadline first unless ordered otherwise. */
export function ObjectionList({ state, shownId }: { state: ObjectionState; shownId?: string }) {
  const t = useT(objectionsMessages)
  const beside = useBeside()
  const list = useListPages('/api/objections', sorts, { state })
  const columns = useColumns()
  const pathOf = ({ objectionId }: Objection) => beside(`/workbench/objections/${objectionId}`)
  return (
    <Paged
      pages={list.pages}
      empty={<EmptyState icon={ChatTextIcon} title={t(`empty_${state}`)} hint={t('emptyHint')} />}
    >
      {(objections) => (
        <DeskList
          label={t(`tab_${state}`)}
          rows={objections}
          rowKey={({ objectionId }) => objectionId}
          list={list}
          shownKey={shownId}
          to={pathOf}
          columns={columns}
          phone={(objection) => (
            <ObjectionRow
              key={objection.objectionId}
              objection={objection}
              to={pathOf(objection)}
            />
          )}
        />
      )}
    </Paged>
  )
}

function useColumns(): readonly ListColumn<Objection>[] {
  const t = useT(objectionsMessages)
  const format = useFormat()
  return [
    {
      key: 'person',
      title: t('columnPerson'),
      text: ({ award }) => award.personName,
      cell: ({ award }) => <PersonName name={award.personName} />,
      essential: true,
    },
    {
      key: 'item',
      title: t('columnItem'),
      text: ({ award }) => award.itemName,
      essential: true,
    },
    {
      key: 'points',
      title: t('columnPoints'),
      text: ({ award }) => award.pointsHundredths / 100,
      cell: ({ award }) => format.signedPoints(award.pointsHundredths),
      numeric: true,
    },
    {
      key: 'raised',
      title: t('columnRaised'),
      text: ({ raisedAt }) => toLocalText(raisedAt).replace('T', ' '),
      cell: ({ raisedAt }) => <When at={raisedAt} />,
      sort: 'raisedAt',
    },
    {
      key: 'due',
      title: t('columnDue'),
      text: ({ dueOn }) => dueOn,
      cell: ({ dueOn }) => <Day day={dueOn} />,
      sort: 'dueOn',
    },
    {
      key: 'state',
      title: t('columnState'),
      text: ({ isOverdue, state }) => t(isOverdue ? 'overdue' : `state_${state}`),
      cell: (objection) => <ObjectionStanding objection={objection} />,
    },
  ]
}
