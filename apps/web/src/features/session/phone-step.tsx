import { signInMessages } from '@azalea/client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { sessionMessages } from './messages.ts'

export function PhoneStep({ onSent }: { onSent: (phone: string, minutes: number) => void }) {
  const t = useT(sessionMessages)
  const tSignIn = useT(signInMessages)
  const [phone, setPhone] = useState('')
  const send = useMutation({
    mutationFn: () => post('/api/sign-in/code', {}, { phone }),
    onSuccess: ({ expiresInSeconds }) => onSent(phone, Math.round(expiresInSeconds / 60)),
  })
  return (
    <Form onSubmit={() => send.mutate()}>
      <TextField
        kind="tel"
        name="phone"
        autoComplete="tel"
        label={tSignIn('phone')}
        hint={t('phoneHint')}
        value={phone}
        onChange={setPhone}
        maxLength={20}
      />
      {send.isError && <ProblemNotice error={send.error} />}
      <ButtonRow>
        <Button kind="primary" submit wide busy={send.isPending} disabled={phone.trim() === ''}>
          {tSignIn('sendCode')}
        </Button>
      </ButtonRow>
    </Form>
  )
}
