import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useT } from '../../ui/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { noticesAdminMessages } from './messages.ts'

/** The village with its telephone for objections. */
export function useObjectionPhone() {
  const villageId = useSession().session?.village.villageId ?? ''
  return useAnswer('/api/villages/{villageId}', { villageId })
}

/** Whom to call about a notice: printed on every sheet, shown on every page of a notice. */
export function ObjectionPhone() {
  const t = useT(noticesAdminMessages)
  const { session } = useSession()
  const village = useObjectionPhone()
  return (
    <Section title={t('phone')}>
      {village.isPending && <Skeleton of="text" count={1} />}
      {village.isError && (
        <ErrorState error={village.error} onRetry={() => void village.refetch()} />
      )}
      {village.isSuccess && (
        <PhoneForm
          key={village.data.objectionPhone}
          phone={village.data.objectionPhone}
          mayChange={hasRole(session, ['committee', 'operator'])}
        />
      )}
    </Section>
  )
}

function PhoneForm({ phone, mayChange }: { phone: string | null; mayChange: boolean }) {
  const t = useT(noticesAdminMessages)
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState(phone ?? '')
  const save = useCommand(
    (body: { phone: string | null }, idempotencyKey) =>
      post('/api/village/objection-phone', {}, body, { idempotencyKey }),
    () => setOpen(false),
  )
  if (!isOpen)
    return (
      <div className="row row--spread">
        <span>{phone ?? t('phoneNone')}</span>
        {mayChange && (
          <Button kind="quiet" onClick={() => setOpen(true)}>
            {t(phone === null ? 'phoneSet' : 'phoneChange')}
          </Button>
        )}
      </div>
    )
  return (
    <Form onSubmit={() => save.mutate({ phone: typed.trim() === '' ? null : typed.trim() })}>
      <TextField
        label={t('phoneNumber')}
        hint={t('phoneHint')}
        optional
        value={typed}
        maxLength={40}
        onChange={setTyped}
      />
      <ProblemNotice error={save.error} />
      <ButtonRow>
        <Button kind="primary" submit busy={save.isPending}>
          {t('phoneSave')}
        </Button>
        <Button kind="quiet" onClick={() => setOpen(false)}>
          {t('phoneKeep')}
        </Button>
      </ButtonRow>
    </Form>
  )
}
