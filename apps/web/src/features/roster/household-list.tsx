import { UsersThreeIcon } from '@phosphor-icons/react/dist/csr/UsersThree'
import { useDeferredValue } from 'react'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../app/i18n.ts'
import { usePages } from '../../app/use-pages.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { GroupField } from '../../ui/group-field.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Paged } from '../../ui/paged.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { HouseholdPage, HouseholdRow } from './household.ts'
import { rosterMessages } from './messages.ts'
import './roster.css'

interface Filter {
  search: string
  groupNo: number | null
}

/** Households by group and door. What was searched for stays while one looks into a household. */
export function HouseholdList({ shownId }: { shownId?: string }) {
  const t = useT(rosterMessages)
  const [filter, setFilter] = useDraft<Filter>('roster-filter', { search: '', groupNo: null })
  const { search, groupNo } = useDeferredValue(filter)
  const q = search.trim()
  const pages = usePages<HouseholdPage>('/api/roster/households', { q, group: groupNo, limit: 50 })
  const isFiltered = q !== '' || groupNo !== null
  return (
    <div className="stack">
      <div className="roster-filter">
        <TextField
          kind="search"
          label={t('search')}
          hint={t('searchHint')}
          optional
          value={filter.search}
          onChange={(next) => setFilter((before) => ({ ...before, search: next }))}
        />
        <GroupField
          label={t('group')}
          none={t('allGroups')}
          unmarked
          value={filter.groupNo}
          onChange={(next) => setFilter((before) => ({ ...before, groupNo: next }))}
        />
      </div>
      <Paged<HouseholdRow, HouseholdPage>
        pages={pages}
        empty={
          <EmptyState
            icon={UsersThreeIcon}
            title={t(isFiltered ? 'empty' : 'emptyRoster')}
            hint={t(isFiltered ? 'emptyHint' : 'emptyRosterHint')}
          />
        }
      >
        {(households) => (
          <List label={t('households')}>
            {households.map((row) => (
              <ListRow
                key={row.householdId}
                title={row.headName ?? t('erased')}
                note={
                  <>
                    <span>{t('row', { group: row.groupName, house: row.houseNo })}</span>
                    <span>{t('people', { count: row.people })}</span>
                  </>
                }
                end={<Joined joined={row.joined} />}
                to={`/workbench/roster/${row.householdId}`}
                mine={row.householdId === shownId}
              />
            ))}
          </List>
        )}
      </Paged>
    </div>
  )
}

export function Joined({ joined }: { joined: boolean }) {
  const t = useT(rosterMessages)
  return (
    <StateBadge tone={joined ? 'done' : 'past'}>{t(joined ? 'joined' : 'notJoined')}</StateBadge>
  )
}
