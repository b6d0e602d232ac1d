import { signInMessages } from '@azalea/client'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { sessionMessages } from './messages.ts'

const RESEND_AFTER_SECONDS = 60

export function CodeStep({
  phone,
  minutes,
  onSignIn,
  onOtherPhone,
}: {
  phone: string
  minutes: number
  onSignIn: (code: string) => Promise<void>
  onOtherPhone: () => void
}) {
  const t = useT(sessionMessages)
  const tSignIn = useT(signInMessages)
  const [code, setCode] = useState('')
  const [wait, restartWait] = useCountdown(RESEND_AFTER_SECONDS)
  const signIn = useMutation({ mutationFn: () => onSignIn(code) })
  const resend = useMutation({
    mutationFn: () => post('/api/sign-in/code', {}, { phone }),
    onSuccess: restartWait,
  })
  const problem = signIn.error ?? resend.error
  return (
    <Page title={t('codeTitle')} lead={tSignIn('codeLead', { phone, minutes })}>
      <Form onSubmit={() => signIn.mutate()}>
        <CodeField
          kind="digits"
          label={tSignIn('code')}
          hint={t('codeHint')}
          value={code}
          onChange={setCode}
          maxLength={6}
        />
        {problem !== null && <ProblemNotice error={problem} />}
        <ButtonRow>
          <Button kind="primary" submit wide busy={signIn.isPending} disabled={code.length < 6}>
            {tSignIn('signIn')}
          </Button>
          <Button busy={resend.isPending} disabled={wait > 0} onClick={() => resend.mutate()}>
            {wait > 0 ? t('resendIn', { count: wait }) : t('resend')}
          </Button>
          <Button kind="quiet" onClick={onOtherPhone}>
            {tSignIn('otherPhone')}
          </Button>
        </ButtonRow>
      </Form>
    </Page>
  )
}

/** Seconds left, falling to zero; the second value starts over. */
function useCountdown(seconds: number): [number, () => void] {
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    if (left === 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return [left, () => setLeft(seconds)]
}
