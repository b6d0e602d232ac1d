import type { Answer } from '@azalea/client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { post } from '../../app/api.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useSessionChanged } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { signInChangeMessages } from './messages.ts'

type OwnSignIn = Answer<'/api/me/sign-in'>

/** My telephone: I change it with a code to the old and one to the new, and see what others propose. */
export function OwnNumberPage() {
  const t = useT(signInChangeMessages)
  const own = useAnswer('/api/me/sign-in')
  return (
    <Page title={t('ownTitle')} lead={t('ownLead')} back="/me">
      {own.isPending && <Skeleton count={2} />}
      {own.isError && <ErrorState error={own.error} onRetry={() => void own.refetch()} />}
      {own.data?.waiting && <Waiting waiting={own.data.waiting} />}
      {own.data?.phoneMasked === null && <Notice>{t('ownNone')}</Notice>}
      {own.data?.phoneMasked && (
        <>
          <Facts facts={[{ label: t('ownPhone'), value: own.data.phoneMasked }]} />
          <ChangeNumber />
        </>
      )}
      {own.data?.wechatBoundAt && <BoundWechat boundAt={own.data.wechatBoundAt} />}
      <p className="soft">{t('ownLost')}</p>
    </Page>
  )
}

function Waiting({ waiting }: { waiting: NonNullable<OwnSignIn['waiting']> }) {
  const t = useT(signInChangeMessages)
  const format = useFormat()
  const decline = useCommand((changeId: string, idempotencyKey) =>
    post('/api/me/sign-in/decline', {}, { changeId }, { idempotencyKey }),
  )
  const what = waiting.what.map((one) => t(one)).join('、')
  return (
    <Notice
      kind="wrong"
      actions={
        <Button busy={decline.isPending} onClick={() => decline.mutate(waiting.changeId)}>
          {t('decline')}
        </Button>
      }
    >
      {t('ownWaiting', { what, when: format.when(waiting.proposedAt) })}
      <ProblemNotice error={decline.error} />
    </Notice>
  )
}

/** The WeChat account that signs in as me, and its end. */
function BoundWechat({ boundAt }: { boundAt: string }) {
  const t = useT(signInChangeMessages)
  const format = useFormat()
  const unbind = useCommand((_: null, idempotencyKey) =>
    post('/api/me/wechat/unbind', {}, undefined, { idempotencyKey }),
  )
  return (
    <Notice
      actions={
        <Button busy={unbind.isPending} onClick={() => unbind.mutate(null)}>
          {t('wechatUnbind')}
        </Button>
      }
    >
      {t('wechatBound', { when: format.when(boundAt) })}
      <ProblemNotice error={unbind.error} />
    </Notice>
  )
}

/** First the new number, then the codes that both numbers got. */
function ChangeNumber() {
  const t = useT(signInChangeMessages)
  const [phone, setPhone] = useState('')
  const [isSent, setSent] = useState(false)
  const send = useCommand(
    (to: string, idempotencyKey) =>
      post('/api/me/sign-in/codes', {}, { phone: to }, { idempotencyKey }),
    () => setSent(true),
  )
  if (isSent) return <EnterCodes phone={phone} onOther={() => setSent(false)} />
  return (
    <Form onSubmit={() => phone.trim() !== '' && send.mutate(phone)}>
      <TextField label={t('newPhone')} value={phone} maxLength={40} onChange={setPhone} />
      <ProblemNotice error={send.error} />
      <Button kind="primary" submit wide busy={send.isPending} disabled={phone.trim() === ''}>
        {t('sendCodes')}
      </Button>
    </Form>
  )
}

function EnterCodes({ phone, onOther }: { phone: string; onOther: () => void }) {
  const t = useT(signInChangeMessages)
  const [oldCode, setOldCode] = useState('')
  const [newCode, setNewCode] = useState('')
  // Not a command: it would read everything again, and nobody is signed in any more.
  const change = useMutation({
    mutationFn: () => post('/api/me/sign-in/phone', {}, { phone, oldCode, newCode }),
  })
  const isComplete = oldCode.length === 6 && newCode.length === 6
  if (change.isSuccess) return <Changed />
  return (
    <Form onSubmit={() => isComplete && change.mutate()}>
      <p>{t('codesSent')}</p>
      <CodeField
        kind="digits"
        label={t('oldCode')}
        maxLength={6}
        value={oldCode}
        onChange={setOldCode}
      />
      <CodeField
        kind="digits"
        label={t('newCode')}
        maxLength={6}
        value={newCode}
        onChange={setNewCode}
      />
      <ProblemNotice error={change.error} />
      <ButtonRow>
        <Button kind="primary" submit busy={change.isPending} disabled={!isComplete}>
          {t('changePhone')}
        </Button>
        <Button onClick={onOther}>{t('otherNumber')}</Button>
      </ButtonRow>
    </Form>
  )
}

function Changed() {
  const t = useT(signInChangeMessages)
  const sessionChanged = useSessionChanged()
  const [, navigate] = useLocation()
  return (
    <>
      <Notice kind="done">{t('ownDone')}</Notice>
      <Button
        kind="primary"
        wide
        onClick={() => {
          navigate('/sign-in', { replace: true })
          void sessionChanged()
        }}
      >
        {t('signIn')}
      </Button>
    </>
  )
}
