import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { keyOf } from '@azalea/client'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useSessionChanged } from '../../app/session.tsx'
import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { setupMessages } from './messages.ts'

const codeLength = 6

/** The village is founded: its operator signs in and goes on to the roster. */
export function FirstSignIn({ phone }: { phone: string }) {
  const t = useT(setupMessages)
  const [, navigate] = useLocation()
  const sessionChanged = useSessionChanged()
  const queryClient = useQueryClient()
  const [code, setCode] = useState('')
  const send = useMutation({ mutationFn: () => post('/api/sign-in/code', {}, { phone }) })
  const signIn = useMutation({
    mutationFn: async () => {
      await post('/api/sign-in', {}, { phone, code })
      await sessionChanged()
      await queryClient.invalidateQueries({ queryKey: keyOf('/api/setup') })
      navigate('/workbench/roster/import', { replace: true })
    },
  })
  return (
    <Page
      step={send.isSuccess ? 'code' : 'founded'}
      title={t('foundedTitle')}
      lead={t('foundedLead')}
    >
      <Notice kind="done">{t('founded')}</Notice>
      {send.isSuccess ? (
        <Form onSubmit={() => signIn.mutate()}>
          <CodeField
            kind="digits"
            label={t('code')}
            hint={t('codeHint', { phone })}
            value={code}
            onChange={setCode}
            maxLength={codeLength}
          />
          <ProblemNotice error={signIn.error} />
          <Button
            kind="primary"
            submit
            wide
            busy={signIn.isPending}
            disabled={code.length < codeLength}
          >
            {t('signInAndImport')}
          </Button>
        </Form>
      ) : (
        <div className="stack">
          <ProblemNotice error={send.error} />
          <Button kind="primary" wide busy={send.isPending} onClick={() => send.mutate()}>
            {t('sendCode', { phone })}
          </Button>
        </div>
      )}
    </Page>
  )
}
