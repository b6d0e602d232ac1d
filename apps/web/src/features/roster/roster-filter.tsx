import { useAddress, useAddressText } from '../../ui/address.ts'
import { useT } from '../../ui/i18n.ts'
import { GroupField } from '../../app/group-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { groupOf } from './group-of.ts'
import { rosterMessages } from './messages.ts'

/** What narrows a list of the roster, kept in the address: words, and one group. */
export function SearchAndGroup({ label, hint }: { label: string; hint: string }) {
  const t = useT(rosterMessages)
  const address = useAddress()
  const [search, setSearch] = useAddressText('q')
  const group = groupOf(address.get('group'))
  return (
    <>
      <TextField
        kind="search"
        label={label}
        hint={hint}
        unmarked
        value={search}
        onChange={setSearch}
      />
      <GroupField
        label={t('group')}
        none={t('allGroups')}
        unmarked
        value={group}
        onChange={(next) => address.set({ group: next === null ? null : String(next) })}
      />
    </>
  )
}
