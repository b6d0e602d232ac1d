import { useState, type ReactNode } from 'react'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { personMessages } from './person-messages.ts'
import type { ActionProps } from './person.ts'
import { ReasonField } from './reason-field.tsx'

/** A change that needs nothing but a reason. */
export function ReasonForm({
  words,
  hint,
  confirm,
  said,
  send: sendReason,
  onClose,
  onDone,
}: Pick<ActionProps, 'onClose' | 'onDone'> & {
  words: string
  hint: string
  confirm: string
  said: ReactNode
  send: (reason: string, idempotencyKey: string) => Promise<unknown>
}) {
  const t = useT(personMessages)
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const send = useCommand(sendReason, () => onDone(said))
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        if (reason.trim() !== '') send.mutate(reason.trim())
      }}
    >
      <p>{words}</p>
      <ReasonField value={reason} hint={hint} isAsked={isAsked} onChange={setReason} />
      <ProblemNotice error={send.error} />
      <ButtonRow>
        <Button kind="primary" submit busy={send.isPending}>
          {confirm}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </ButtonRow>
    </Form>
  )
}
