import { useT } from '../../ui/i18n.ts'
import { SearchChoice, type Chosen } from '../../app/search-choice.tsx'
import { useDoor } from '../../app/door.ts'
import { platesAdminMessages } from './messages.ts'

/** Which household keeps it. */
export function KeeperChoice({
  value,
  onChange,
}: {
  value: Chosen | null
  onChange: (keeper: Chosen | null) => void
}) {
  const t = useT(platesAdminMessages)
  const doorOf = useDoor()
  return (
    <SearchChoice
      label={t('keeperField')}
      hint={t('keeperHint')}
      optional
      path="/api/roster/households"
      read={({ householdId, headName, groupName, houseNo }) => ({
        id: householdId,
        label: t('keeperLabel', { name: headName ?? '', door: doorOf({ groupName, houseNo }) }),
      })}
      value={value}
      onChange={onChange}
    />
  )
}
