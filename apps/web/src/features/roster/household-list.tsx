import { groupOfDoor } from '@azalea/text'
import { UsersThreeIcon } from '@phosphor-icons/react/dist/csr/UsersThree'
import { useAddress, useBeside } from '../../ui/address.ts'
import { useT } from '../../ui/i18n.ts'
import { useDesktop } from '../../ui/use-desktop.ts'
import { useListPages, type ListPages } from '../../app/use-list-pages.ts'
import { useDoor } from '../../app/door.ts'
import { DeskList } from '../../ui/desk-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { ListRow } from '../../ui/list.tsx'
import { Paged } from '../../ui/paged.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { headOf, type HouseholdPage, type HouseholdRow } from './household.ts'
import { rosterMessages } from './messages.ts'
import { groupOf } from './group-of.ts'
import { SearchAndGroup } from './roster-filter.tsx'
import './roster.css'

const sorts = ['door', 'name', 'people', 'joined'] as const
const joinings = ['yes', 'no'] as const
type Joining = (typeof joinings)[number] | 'all'

/** Households by group and door; what they are narrowed to stays while one looks into one. */
export function HouseholdList({ shownId }: { shownId?: string }) {
  const t = useT(rosterMessages)
  const address = useAddress()
  const q = address.get('q') ?? ''
  const group = groupOf(address.get('group'))
  const joined = joinings.find((one) => one === address.get('joined')) ?? null
  const list = useListPages('/api/roster/households', sorts, { q, group, joined })
  const isFiltered = q !== '' || group !== null || joined !== null
  return (
    <div className="stack">
      <Filters />
      <Paged
        pages={list.pages}
        empty={
          <EmptyState
            icon={UsersThreeIcon}
            title={t(isFiltered ? 'empty' : 'emptyRoster')}
            hint={t(isFiltered ? 'emptyHint' : 'emptyRosterHint')}
          />
        }
      >
        {(households) => <Households households={households} list={list} shownId={shownId} />}
      </Paged>
    </div>
  )
}

function Filters() {
  const t = useT(rosterMessages)
  const address = useAddress()
  const isDesktop = useDesktop()
  return (
    <div className="roster-filter">
      <SearchAndGroup label={t('search')} hint={t('searchHint')} />
      {isDesktop && (
        <SelectField<Joining>
          label={t('joining')}
          value={joinings.find((one) => one === address.get('joined')) ?? 'all'}
          options={[
            { value: 'all', label: t('allGroups') },
            { value: 'yes', label: t('joined') },
            { value: 'no', label: t('notJoined') },
          ]}
          onChange={(next) => address.set({ joined: next === 'all' ? null : next })}
        />
      )}
    </div>
  )
}

function Households({
  households,
  list,
  shownId,
}: {
  households: readonly HouseholdRow[]
  list: ListPages<HouseholdPage>
  shownId: string | undefined
}) {
  const t = useT(rosterMessages)
  const doorOf = useDoor()
  const beside = useBeside()
  const pathOf = ({ householdId }: HouseholdRow) => beside(`/workbench/roster/${householdId}`)
  return (
    <DeskList
      label={t('households')}
      rows={households}
      rowKey={({ householdId }) => householdId}
      list={list}
      shownKey={shownId}
      to={pathOf}
      columns={useColumns()}
      phone={(row) => (
        <ListRow
          key={row.householdId}
          title={headOf(t, row)}
          note={
            <>
              <span>{doorOf(row)}</span>
              <span>{t('people', { count: row.people })}</span>
            </>
          }
          end={!row.isOffice && <Joined joined={row.joined} />}
          to={pathOf(row)}
          mine={row.householdId === shownId}
        />
      )}
    />
  )
}

function useColumns(): readonly ListColumn<HouseholdRow>[] {
  const t = useT(rosterMessages)
  return [
    {
      key: 'name',
      title: t('columnHead'),
      text: (row) => headOf(t, row),
      sort: 'name',
      essential: true,
    },
    { key: 'group', title: t('group'), text: groupOfDoor },
    {
      key: 'door',
      title: t('columnDoor'),
      text: ({ houseNo }) => houseNo,
      sort: 'door',
      essential: true,
    },
    {
      key: 'people',
      title: t('columnPeople'),
      text: ({ people }) => people,
      numeric: true,
      sort: 'people',
    },
    {
      key: 'joined',
      title: t('joining'),
      text: ({ joined, isOffice }) => (isOffice ? null : t(joined ? 'joined' : 'notJoined')),
      cell: ({ joined, isOffice }) => !isOffice && <Joined joined={joined} />,
      sort: 'joined',
    },
  ]
}

export function Joined({ joined }: { joined: boolean }) {
  const t = useT(rosterMessages)
  return (
    <StateBadge tone={joined ? 'done' : 'past'}>{t(joined ? 'joined' : 'notJoined')}</StateBadge>
  )
}
