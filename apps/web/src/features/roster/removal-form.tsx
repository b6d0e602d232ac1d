import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { personMessages } from './person-messages.ts'
import type { ActionProps, Person, Removal } from './person.ts'
import { ReasonField } from './reason-field.tsx'

interface Body {
  removal: Removal
  reason: string
}

/** Dead, moved away, or erased at their request: says what ends, what stays, and who has to confirm. */
export function RemovalForm({ person, onClose, onDone }: ActionProps) {
  const t = useT(personMessages)
  const [removal, setRemoval] = useState<Removal | ''>('')
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const remove = useCommand(
    (body: Body, idempotencyKey) =>
      post('/api/people/{personId}/removal', { personId: person.personId }, body, {
        idempotencyKey,
      }),
    ({ state }) => onDone(t(state === 'done' ? 'removalDone' : 'removalProposed')),
  )
  const needsSecond = removal !== '' && needsSecondPerson(person, removal)
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        if (removal !== '' && reason.trim() !== '')
          remove.mutate({ removal, reason: reason.trim() })
      }}
    >
      <SelectField
        label={t('removal')}
        placeholder={t('removalChoose')}
        error={isAsked && removal === '' ? t('removalMissing') : undefined}
        value={removal}
        options={removalsOf(person).map((value) => ({ value, label: t(`removal_${value}`) }))}
        onChange={setRemoval}
      />
      {removal !== '' && <p>{t(removal === 'erased' ? 'erasedWords' : 'departedWords')}</p>}
      {needsSecond && <Notice>{t('secondNeeded')}</Notice>}
      <ReasonField
        value={reason}
        hint={t(removal === 'erased' ? 'erasedReasonHint' : 'departedReasonHint')}
        isAsked={isAsked}
        onChange={setReason}
      />
      <ProblemNotice error={remove.error} />
      <ButtonRow>
        <Button kind="primary" submit busy={remove.isPending}>
          {t(needsSecond ? 'removalPropose' : 'removalConfirm')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </ButtonRow>
    </Form>
  )
}

function removalsOf({ departedAs }: Person): readonly Removal[] {
  return departedAs === null ? ['died', 'moved_away', 'erased'] : ['erased']
}

/** Erasing always does; an office holder is not removed by one cadre alone either. */
function needsSecondPerson({ roles }: Person, removal: Removal): boolean {
  return removal === 'erased' || roles.some((role) => role !== 'villager')
}
