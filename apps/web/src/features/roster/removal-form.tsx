import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Said } from '../../ui/said.tsx'
import { personMessages } from './person-messages.ts'
import type { ActionProps, Person, ProposedRemoval } from './person.ts'
import { ReasonField } from './reason-field.tsx'

interface Body {
  removal: ProposedRemoval
  reason: string
}

/** Dead, moved away, or erased at their request: says what ends, what stays, and who has to confirm it. */
export function RemovalForm({ person, onClose, onDone }: ActionProps) {
  const t = useT(personMessages)
  const [removal, setRemoval] = useState<ProposedRemoval | ''>('')
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const remove = useCommand(
    (body: Body, idempotencyKey) =>
      post('/api/people/{personId}/removal', { personId: person.personId }, body, {
        idempotencyKey,
      }),
    () => onDone(<Said by={personMessages} say={(words) => words('removalProposed')} />),
  )
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
      {removal !== '' && <p>{t(`means_${removal}`)}</p>}
      <Notice>{t('secondNeeded')}</Notice>
      <ReasonField
        value={reason}
        hint={t(removal === 'erased' ? 'erasedReasonHint' : 'departedReasonHint')}
        isAsked={isAsked}
        onChange={setReason}
      />
      <ProblemNotice error={remove.error} />
      <ButtonRow>
        <Button kind="primary" submit busy={remove.isPending}>
          {t('removalPropose')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </ButtonRow>
    </Form>
  )
}

function removalsOf({ departedAs }: Person): readonly ProposedRemoval[] {
  return departedAs === null ? ['died', 'moved_away', 'erased'] : ['erased']
}
