import type { Item } from '@azalea/client'
import { useT } from '../../ui/i18n.ts'
import { SearchChoice, type Chosen } from '../../app/search-choice.tsx'
import { platesAdminMessages } from './messages.ts'

type HouseholdRow = Item<'/api/roster/households'>

/** Which household keeps it. */
export function KeeperChoice({
  value,
  onChange,
}: {
  value: Chosen | null
  onChange: (keeper: Chosen | null) => void
}) {
  const t = useT(platesAdminMessages)
  return (
    <SearchChoice<HouseholdRow>
      label={t('keeperField')}
      hint={t('keeperHint')}
      optional
      path="/api/roster/households"
      read={({ householdId, headName, groupName, houseNo }) => ({
        id: householdId,
        label: t('keeperLabel', { name: headName ?? '', group: groupName, house: houseNo }),
      })}
      value={value}
      onChange={onChange}
    />
  )
}
