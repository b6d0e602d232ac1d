import { PersonChoice, type ChosenPerson } from './person-choice.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { useT } from '../ui/i18n.ts'
import { onBehalfMessages } from './on-behalf-messages.ts'
import { hasRole, useSession } from './session.tsx'

/** Whose words a cadre enters, and how they came. */
export interface OnBehalf {
  isForOther: boolean
  person: ChosenPerson | null
  channel: 'oral' | 'written'
}

export const forMyself: OnBehalf = { isForOther: false, person: null, channel: 'oral' }

/** As the server takes it: nothing for oneself; null while nobody is chosen. */
export function onBehalfOf({ isForOther, person, channel }: OnBehalf) {
  if (!isForOther) return {}
  return person === null ? null : { onBehalf: { personId: person.id, channel } }
}

/** For cadres only: enter what somebody without a telephone spoke or wrote. */
export function OnBehalfFields(fields: Fields) {
  const t = useT(onBehalfMessages)
  const { session } = useSession()
  if (!hasRole(session, ['committee', 'group_leader'])) return null
  const { isForOther } = fields.value
  return (
    <>
      <Segmented
        label={t('forWhom')}
        value={isForOther ? 'other' : 'myself'}
        options={[
          { value: 'myself', label: t('forMyself') },
          { value: 'other', label: t('forOther') },
        ]}
        onChange={(value) => fields.onChange({ isForOther: value === 'other' })}
      />
      {isForOther && <OtherFields {...fields} />}
    </>
  )
}

interface Fields {
  value: OnBehalf
  /** Whether what is missing is told. */
  isAsked: boolean
  onChange: (part: Partial<OnBehalf>) => void
}

/** Whose words they are, where they are never the cadre's own. */
export function OtherFields({ value: { person, channel }, isAsked, onChange }: Fields) {
  const t = useT(onBehalfMessages)
  return (
    <>
      <PersonChoice
        label={t('person')}
        error={isAsked && person === null ? t('personMissing') : undefined}
        value={person}
        onChange={(chosen) => onChange({ person: chosen })}
      />
      <ChannelField channel={channel} onChange={(next) => onChange({ channel: next })} />
    </>
  )
}

/** How the words came to the cadre who enters them. */
export function ChannelField({
  channel,
  onChange,
}: {
  channel: OnBehalf['channel']
  onChange: (channel: OnBehalf['channel']) => void
}) {
  const t = useT(onBehalfMessages)
  return (
    <Segmented
      label={t('channelAsked')}
      value={channel}
      options={(['oral', 'written'] as const).map((one) => ({
        value: one,
        label: t(`channel_${one}`),
      }))}
      onChange={onChange}
    />
  )
}
