import { roleMessages } from '@azalea/client'
import { civilDay } from '@azalea/client'
import { useFormat } from '../../ui/format.ts'
import { useGroupName } from '../../app/groups.ts'
import { useT } from '../../ui/i18n.ts'
import { useSession } from '../../app/session.tsx'
import { Button } from '../../ui/button.tsx'
import { DeskList } from '../../ui/desk-list.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import type { Grant, Office } from './grant.ts'
import { rolesMessages } from './messages.ts'

/** All who hold an office, in one table; offices are given and taken one by one. */
export function GrantTable({
  grants,
  mine,
  onRevoke,
}: {
  grants: readonly Grant[]
  /** The offices that the reader gives. */
  mine: readonly Office[]
  onRevoke: (grant: Grant) => void
}) {
  const t = useT(rolesMessages)
  const tRole = useT(roleMessages)
  const format = useFormat()
  const groupName = useGroupName()
  const ownId = useSession().session?.person.personId
  const nameOf = ({ name }: Grant) => name ?? t('erased')
  const columns: readonly ListColumn<Grant>[] = [
    { key: 'name', title: t('columnName'), text: nameOf, sort: 'name' },
    {
      key: 'office',
      title: t('columnOffice'),
      text: ({ role }) => tRole(`office_${role}`),
      sort: 'office',
    },
    {
      key: 'group',
      title: t('columnGroup'),
      text: ({ groupNo }) => (groupNo === null ? null : groupName(groupNo)),
      sort: 'group',
    },
    {
      key: 'since',
      title: t('columnSince'),
      text: ({ grantedAt }) => civilDay(grantedAt),
      cell: ({ grantedAt }) => format.day(civilDay(grantedAt)),
      sort: 'since',
    },
    {
      key: 'do',
      title: t('columnDo'),
      text: () => null,
      cell: (grant) => {
        const isOwn = grant.personId === ownId
        if (!isOwn && !mine.includes(grant.role)) return null
        const what = t(isOwn ? 'layDown' : 'revoke')
        const role = tRole(`office_${grant.role}`)
        return (
          <Button
            kind="quiet"
            label={t('revokeLabel', { what, name: nameOf(grant), role })}
            onClick={() => onRevoke(grant)}
          >
            {what}
          </Button>
        )
      },
    },
  ]
  return (
    <DeskList
      label={t('holders')}
      rows={grants}
      rowKey={({ personId, role, groupNo }) => `${personId} ${role} ${groupNo ?? ''}`}
      columns={columns}
      phone={() => null}
    />
  )
}
