import { useState } from 'react'
import { apiPost } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useGroupName } from '../../app/groups.ts'
import { useT } from '../../app/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { SearchChoice, type Chosen } from '../../ui/search-choice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { objectionsMessages } from './messages.ts'
import type { Raised } from './objection.ts'

interface Draft {
  words: string
  isForOther: boolean
  person: Chosen | null
  channel: 'oral' | 'written'
}

interface Body {
  words: string
  onBehalf?: { personId: string; channel: 'oral' | 'written' }
}

const empty: Draft = { words: '', isForOther: false, person: null, channel: 'oral' }

/** The words of an objection; a cadre can enter those of somebody who spoke or wrote. */
export function ObjectForm({
  awardId,
  onRaised,
}: {
  awardId: string
  onRaised: (raised: Raised) => void
}) {
  const t = useT(objectionsMessages)
  const { session } = useSession()
  const [draft, setDraft, clear] = useDraft<Draft>(`objection.${awardId}`, empty)
  const [isAsked, setAsked] = useState(false)
  const raise = useCommand(
    (body: Body, idempotencyKey) =>
      apiPost<Raised>(`/api/awards/${awardId}/objections`, body, { idempotencyKey }),
    (raised) => {
      clear()
      onRaised(raised)
    },
  )
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const { isForOther, person, channel } = draft
  const words = draft.words.trim()
  const submit = () => {
    setAsked(true)
    if (words === '' || (isForOther && person === null)) return
    const onBehalf = isForOther && person !== null ? { personId: person.id, channel } : undefined
    raise.mutate({ words, ...(onBehalf === undefined ? {} : { onBehalf }) })
  }
  return (
    <Form onSubmit={submit}>
      {hasRole(session, ['committee', 'group_leader']) && (
        <Objector draft={draft} isAsked={isAsked} onChange={change} />
      )}
      <TextArea
        label={t('words')}
        hint={t('wordsHint')}
        error={isAsked && words === '' ? t('wordsMissing') : undefined}
        value={draft.words}
        rows={4}
        maxLength={1000}
        onChange={(next) => change({ words: next })}
      />
      <p className="soft">{t('willObject')}</p>
      <p className="soft">{t('willBeKnown')}</p>
      <ProblemNotice error={raise.error} />
      <Button kind="primary" submit wide busy={raise.isPending}>
        {t('send')}
      </Button>
    </Form>
  )
}

interface PersonRow {
  personId: string
  name: string
  houseNo: string
  groupNo: number
}

/** Whose words these are, and how they came. */
function Objector({
  draft: { isForOther, person, channel },
  isAsked,
  onChange,
}: {
  draft: Draft
  isAsked: boolean
  onChange: (part: Partial<Draft>) => void
}) {
  const t = useT(objectionsMessages)
  const groupName = useGroupName()
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
            options={(['oral', 'written'] as const).map((value) => ({
              value,
              label: t(`channel_${value}`),
            }))}
            onChange={(value) => onChange({ channel: value })}
          />
        </>
      )}
    </>
  )
}
