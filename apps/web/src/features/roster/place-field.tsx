import { useT } from '../../ui/i18n.ts'
import { GroupField } from '../../app/group-field.tsx'
import { useDoor } from '../../app/door.ts'
import { SearchChoice, type Chosen } from '../../app/search-choice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { personMessages } from './person-messages.ts'
import type { Place } from './person.ts'

export interface PlaceDraft {
  isNewDoor: boolean
  household: Chosen | null
  groupNo: number | null
  houseNo: string
}

export const emptyPlace: PlaceDraft = {
  isNewDoor: false,
  household: null,
  groupNo: null,
  houseNo: '',
}

/** The place that was filled in; null while something is missing. */
export function placeOf({ isNewDoor, household, groupNo, houseNo }: PlaceDraft): Place | null {
  if (!isNewDoor) return household === null ? null : { householdId: household.id }
  return groupNo === null || houseNo.trim() === '' ? null : { groupNo, houseNo: houseNo.trim() }
}

/** A household of the roster, or a new door. */
export function PlaceField({
  value,
  isAsked,
  onChange,
}: {
  value: PlaceDraft
  isAsked: boolean
  onChange: (value: PlaceDraft) => void
}) {
  const t = useT(personMessages)
  const doorOf = useDoor()
  const change = (part: Partial<PlaceDraft>) => onChange({ ...value, ...part })
  return (
    <>
      <Segmented
        label={t('place')}
        value={value.isNewDoor ? 'new' : 'known'}
        options={[
          { value: 'known', label: t('placeKnown') },
          { value: 'new', label: t('placeNew') },
        ]}
        onChange={(chosen) => change({ isNewDoor: chosen === 'new' })}
      />
      {value.isNewDoor ? (
        <NewDoor value={value} isAsked={isAsked} change={change} />
      ) : (
        <SearchChoice
          label={t('household')}
          hint={t('householdHint')}
          error={isAsked && value.household === null ? t('householdMissing') : undefined}
          path="/api/roster/households"
          read={({ householdId, groupName, houseNo, headName }) => ({
            id: householdId,
            label: t('householdLabel', {
              door: doorOf({ groupName, houseNo }),
              head: headName ?? '',
            }),
          })}
          value={value.household}
          onChange={(household) => change({ household })}
        />
      )}
    </>
  )
}

function NewDoor({
  value: { groupNo, houseNo },
  isAsked,
  change,
}: {
  value: PlaceDraft
  isAsked: boolean
  change: (part: Partial<PlaceDraft>) => void
}) {
  const t = useT(personMessages)
  return (
    <>
      <p className="soft">{t('placeNewWords')}</p>
      <GroupField
        label={t('group')}
        error={isAsked && groupNo === null ? t('groupMissing') : undefined}
        value={groupNo}
        onChange={(chosen) => change({ groupNo: chosen })}
      />
      <TextField
        label={t('houseNo')}
        hint={t('houseNoHint')}
        error={isAsked && houseNo.trim() === '' ? t('houseNoMissing') : undefined}
        value={houseNo}
        maxLength={40}
        onChange={(typed) => change({ houseNo: typed })}
      />
    </>
  )
}
