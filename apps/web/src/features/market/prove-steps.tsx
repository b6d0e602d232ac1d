import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { marketMessages } from './messages.ts'

/** A telephone, then the code sent to it: a customer of the city needs no more, and is no villager. */
export function ProveSteps({
  villageId,
  isDemonstration,
  onProved,
}: {
  villageId: string
  isDemonstration: boolean
  onProved: () => void
}) {
  const t = useT(marketMessages)
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [minutes, setMinutes] = useState<number | null>(null)
  const send = useMutation({
    mutationFn: () => post('/api/villages/{villageId}/market/code', { villageId }, { phone }),
    onSuccess: ({ expiresInSeconds }) => setMinutes(Math.round(expiresInSeconds / 60)),
  })
  const prove = useMutation({
    mutationFn: () =>
      post('/api/villages/{villageId}/market/prove', { villageId }, { phone, code }),
    onSuccess: onProved,
  })
  const hint = isDemonstration && <Notice>{t('demonstration')}</Notice>
  if (minutes === null)
    return (
      <>
        <p>{t('phoneLead')}</p>
        {hint}
        <Form onSubmit={() => send.mutate()}>
          <TextField
            kind="tel"
            name="phone"
            autoComplete="tel"
            label={t('phone')}
            value={phone}
            onChange={setPhone}
            maxLength={20}
          />
          <ProblemNotice error={send.error} />
          <Button kind="primary" submit wide busy={send.isPending} disabled={phone.trim() === ''}>
            {t('sendCode')}
          </Button>
        </Form>
      </>
    )
  return (
    <>
      <p>{t('codeSent', { phone, minutes })}</p>
      {hint}
      <Form onSubmit={() => prove.mutate()}>
        <CodeField kind="digits" label={t('code')} value={code} onChange={setCode} maxLength={6} />
        <ProblemNotice error={prove.error} />
        <ButtonRow>
          <Button kind="primary" submit wide busy={prove.isPending} disabled={code.length < 6}>
            {t('prove')}
          </Button>
          <Button kind="quiet" onClick={() => setMinutes(null)}>
            {t('otherPhone')}
          </Button>
        </ButtonRow>
      </Form>
    </>
  )
}
