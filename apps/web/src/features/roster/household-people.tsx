import { roleMessages } from '@azalea/client'
import { Link } from 'wouter'
import { useT } from '../../ui/i18n.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import type { HouseholdPerson } from './household.ts'
import { rosterMessages } from './messages.ts'
import { personMessages } from './person-messages.ts'

/** Who lives there; numbers masked, since a name is enough to know one another by. */
export function HouseholdPeople({ people }: { people: readonly HouseholdPerson[] }) {
  const t = useT(rosterMessages)
  const columns: readonly Column<HouseholdPerson>[] = [
    { key: 'name', title: t('name'), cell: (person) => <NameAndRoles person={person} /> },
    { key: 'phone', title: t('phone'), cell: ({ phoneMasked }) => phoneMasked ?? t('none') },
    { key: 'id', title: t('idLast4'), cell: ({ idLast4 }) => idLast4 ?? t('none') },
    { key: 'birth', title: t('birthYear'), cell: ({ birthYear }) => birthYear ?? t('none') },
  ]
  return (
    <DataTable
      caption={t('peopleCaption')}
      rows={people}
      rowKey={({ personId }) => personId}
      columns={columns}
    />
  )
}

function NameAndRoles({
  person: { personId, name, roles, departedAs, isHead },
}: {
  person: HouseholdPerson
}) {
  const t = useT(rosterMessages)
  const tRole = useT(roleMessages)
  const ofPerson = useT(personMessages)
  if (name === null) return t('erased')
  const marks = [
    ...(isHead ? [ofPerson('head')] : []),
    ...(departedAs === null ? [] : [ofPerson(departedAs)]),
    ...roles.filter((role) => role !== 'villager').map((role) => tRole(`title_${role}`)),
  ]
  return (
    <>
      <Link href={`/workbench/roster/people/${personId}`}>{name}</Link>
      {marks.map((mark) => (
        <span key={mark} className="soft small">
          {' '}
          {mark}
        </span>
      ))}
    </>
  )
}
