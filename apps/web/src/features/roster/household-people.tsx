import { useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { ErasePerson } from './erase-person.tsx'
import type { HouseholdPerson } from './household.ts'
import { rosterMessages } from './messages.ts'

/** Who lives there; numbers masked, since a name is enough to know one another by. */
export function HouseholdPeople({
  people,
  onErased,
}: {
  people: readonly HouseholdPerson[]
  onErased: (name: string) => void
}) {
  const t = useT(rosterMessages)
  const { session } = useSession()
  const [erasing, setErasing] = useState<{ personId: string; name: string } | null>(null)
  const mayErase = hasRole(session, ['committee'])
  const columns: readonly Column<HouseholdPerson>[] = [
    { key: 'name', title: t('name'), cell: (person) => <NameAndRoles person={person} /> },
    { key: 'phone', title: t('phone'), cell: ({ phoneMasked }) => phoneMasked ?? t('none') },
    { key: 'id', title: t('idLast4'), cell: ({ idLast4 }) => idLast4 ?? t('none') },
    { key: 'birth', title: t('birthYear'), cell: ({ birthYear }) => birthYear ?? t('none') },
    ...(mayErase
      ? [
          {
            key: 'erase',
            title: t('doing'),
            cell: ({ personId, name }: HouseholdPerson) =>
              name !== null &&
              personId !== session?.person.personId && (
                <Button
                  kind="quiet"
                  label={t('eraseLabel', { name })}
                  onClick={() => setErasing({ personId, name })}
                >
                  {t('erase')}
                </Button>
              ),
          },
        ]
      : []),
  ]
  return (
    <>
      <DataTable
        caption={t('peopleCaption')}
        rows={people}
        rowKey={({ personId }) => personId}
        columns={columns}
      />
      {erasing !== null && (
        <ErasePerson
          {...erasing}
          onClose={() => setErasing(null)}
          onErased={() => {
            setErasing(null)
            onErased(erasing.name)
          }}
        />
      )}
    </>
  )
}

function NameAndRoles({ person: { name, roles } }: { person: HouseholdPerson }) {
  const t = useT(rosterMessages)
  const held = roles.filter((role) => role !== 'villager')
  return (
    <>
      {name ?? t('erased')}
      {held.map((role) => (
        <span key={role} className="soft small">
          {' '}
          {t(`role_${role}`)}
        </span>
      ))}
    </>
  )
}
