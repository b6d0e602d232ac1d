import { groupOfDoor } from '@azalea/text'
import { UsersThreeIcon } from '@phosphor-icons/react/dist/csr/UsersThree'
import type { Item } from '@azalea/client'
import { groupOf } from './group-of.ts'
import { useAddress } from '../../ui/address.ts'
import { useGroupName } from '../../app/groups.ts'
import { useDoor } from '../../app/door.ts'
import { useT } from '../../ui/i18n.ts'
import { useListPages } from '../../app/use-list-pages.ts'
import { DeskList } from '../../ui/desk-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListRow } from '../../ui/list.tsx'
import { Paged } from '../../ui/paged.tsx'
import { rosterMessages } from './messages.ts'
import { SearchAndGroup } from './roster-filter.tsx'
import { personMessages } from './person-messages.ts'
import './roster.css'

type PersonRow = Item<'/api/roster/people'>
const sorts = ['name', 'door'] as const

/** Everyone who takes part, by name or by door. */
export function PeopleList() {
  const t = useT(rosterMessages)
  const ofPerson = useT(personMessages)
  const doorOf = useDoor()
  const groupName = useGroupName()
  const address = useAddress()
  const q = address.get('q') ?? ''
  const group = groupOf(address.get('group'))
  const list = useListPages('/api/roster/people', sorts, { q, group })
  const pathOf = ({ personId }: PersonRow) => `/workbench/roster/people/${personId}`
  return (
    <div className="stack">
      <div className="roster-filter">
        <SearchAndGroup label={ofPerson('search')} hint={ofPerson('searchHint')} />
      </div>
      <Paged
        pages={list.pages}
        empty={
          <EmptyState
            icon={UsersThreeIcon}
            title={ofPerson('empty')}
            hint={t(q === '' && group === null ? 'emptyRosterHint' : 'emptyHint')}
          />
        }
      >
        {(people) => (
          <DeskList
            label={ofPerson('everyone')}
            rows={people}
            rowKey={({ personId }) => personId}
            list={list}
            to={pathOf}
            columns={[
              { key: 'name', title: t('name'), text: ({ name }) => name, sort: 'name' },
              {
                key: 'group',
                title: t('group'),
                text: ({ groupNo, houseNo }) =>
                  groupOfDoor({ groupName: groupName(groupNo), houseNo }),
              },
              { key: 'door', title: t('columnDoor'), text: ({ houseNo }) => houseNo, sort: 'door' },
            ]}
            phone={(row) => (
              <ListRow
                key={row.personId}
                title={row.name}
                note={doorOf({ groupName: groupName(row.groupNo), houseNo: row.houseNo })}
                to={pathOf(row)}
              />
            )}
          />
        )}
      </Paged>
    </div>
  )
}
