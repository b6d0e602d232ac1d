import { SearchChoice, type Chosen } from './search-choice.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { useGroupName } from './groups.ts'
import { useT } from '../ui/i18n.ts'
import { onBehalfMessages } from './on-behalf-messages.ts'
import { hasRole, useSession } from './session.tsx'

/** Whose words a cadre enters, and how they came. */
export interface OnBehalf {
  isForOther: boolean
  person: Chosen | null
  channel: 'oral' | 'written'
}

export const forMyself: OnBehalf = { isForOther: false, person: null, channel: 'oral' }

/** As the server takes it: nothing for oneself; null while nobody is chosen. */
export function onBehalfOf({ isForOther, person, channel }: OnBehalf) {
  if (!isForOther) return {}
  return person === null ? null : { onBehalf: { personId: person.id, channel } }
}

interface PersonRow {
  personId: string
  name: string
  houseNo: string
  groupNo: number
}

/** For cadres only: enter what somebody without a telephone spoke or wrote. */
export function OnBehalfFields({
  value: { isForOther, person, channel },
  isAsked,
  onChange,
}: {
  value: OnBehalf
  /** Whether what is missing is told. */
  isAsked: boolean
  onChange: (part: Partial<OnBehalf>) => void
}) {
  const t = useT(onBehalfMessages)
  const groupName = useGroupName()
  const { session } = useSession()
  if (!hasRole(session, ['committee', 'group_leader'])) return null
  return (
    <>
      <Segmented
        label={t('forWhom')}
        value={isForOther ? 'other' : 'myself'}
        options={[
          { value: 'myself', label: t('forMyself') },
          { value: 'other', label: t('forOther') },
        ]}
        onChange={(value) => onChange({ isForOther: value === 'other' })}
      />
      {isForOther && (
        <>
          <SearchChoice<PersonRow>
            label={t('person')}
            hint={t('personHint')}
            error={isAsked && person === null ? t('personMissing') : undefined}
            path="/api/roster/people"
            read={({ personId, name, groupNo, houseNo }) => ({
              id: personId,
              label: t('personLabel', { name, group: groupName(groupNo), house: houseNo }),
            })}
            value={person}
            onChange={(chosen) => onChange({ person: chosen })}
          />
          <Segmented
            label={t('channelAsked')}
            value={channel}
            options={(['oral', 'written'] as const).map((one) => ({
              value: one,
              label: t(`channel_${one}`),
            }))}
            onChange={(next) => onChange({ channel: next })}
          />
        </>
      )}
    </>
  )
}
