import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Said } from '../../ui/said.tsx'
import { personMessages } from './person-messages.ts'
import type { ActionProps } from './person.ts'
import { ReasonField } from './reason-field.tsx'

/** How a person is written; not what they sign in with. */
export function CorrectForm({ person, onClose, onDone }: ActionProps) {
  const t = useT(personMessages)
  const [name, setName] = useState(person.name)
  const [birthYear, setBirthYear] = useState(person.birthYear)
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const correct = useCommand(
    (body: { name: string; birthYear: number | null; reason: string }, idempotencyKey) =>
      post('/api/people/{personId}/correct', { personId: person.personId }, body, {
        idempotencyKey,
      }),
    () => onDone(<Said by={personMessages} say={(words) => words('correctDone')} />),
  )
  const isFilled = name.trim() !== '' && reason.trim() !== ''
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        if (isFilled) correct.mutate({ name: name.trim(), birthYear, reason: reason.trim() })
      }}
    >
      <TextField
        label={t('name')}
        error={isAsked && name.trim() === '' ? t('nameMissing') : undefined}
        value={name}
        maxLength={60}
        onChange={setName}
      />
      <NumberField
        label={t('birthYear')}
        optional
        whole
        value={birthYear}
        onChange={setBirthYear}
      />
      <p className="soft">{t('correctNotSignIn')}</p>
      <ReasonField
        value={reason}
        hint={t('correctReasonHint')}
        isAsked={isAsked}
        onChange={setReason}
      />
      <ProblemNotice error={correct.error} />
      <ButtonRow>
        <Button kind="primary" submit busy={correct.isPending}>
          {t('correctConfirm')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </ButtonRow>
    </Form>
  )
}
