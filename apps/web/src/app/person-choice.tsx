import { LinkButton } from '../ui/button.tsx'
import type { FieldTexts } from '../ui/field.tsx'
import { useT } from '../ui/i18n.ts'
import { Notice } from '../ui/notice.tsx'
import { useDoor } from './door.ts'
import { useGroupName } from './groups.ts'
import { personChoiceMessages } from './person-choice-messages.ts'
import { SearchChoice, type Chosen } from './search-choice.tsx'

/** Somebody of the roster, as chosen. */
export interface ChosenPerson extends Chosen {
  name: string
  householdId: string
  /** Whether the household takes part: without it nothing is entered for anybody of it. */
  joined: boolean
}

/** Somebody of the roster, found by typing; `forPoints` says at once when the household has not joined. */
export function PersonChoice({
  label,
  error,
  value,
  forPoints = false,
  onChange,
}: Pick<FieldTexts, 'label' | 'error'> & {
  value: ChosenPerson | null
  forPoints?: boolean
  onChange: (person: ChosenPerson | null) => void
}) {
  const t = useT(personChoiceMessages)
  const doorOf = useDoor()
  const groupName = useGroupName()
  return (
    <>
      <SearchChoice
        label={label}
        hint={t('hint')}
        error={error}
        path="/api/roster/people"
        read={({ personId, name, householdId, joined, groupNo, houseNo }) => ({
          id: personId,
          label: t('label', { name, door: doorOf({ groupName: groupName(groupNo), houseNo }) }),
          name,
          householdId,
          joined,
        })}
        value={value}
        onChange={onChange}
      />
      {forPoints && value?.joined === false && (
        <Notice
          kind="waiting"
          actions={
            <LinkButton to={`/workbench/roster/${value.householdId}`}>{t('household')}</LinkButton>
          }
        >
          {t('notJoined', { name: value.name })}
        </Notice>
      )}
    </>
  )
}
