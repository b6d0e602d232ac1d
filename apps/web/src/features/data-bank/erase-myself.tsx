import { nameKey } from '@azalea/text'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useSession, useSessionChanged } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { dataBankMessages } from './messages.ts'

/** Destroys one's own data: says what goes and what stays, and has the name typed. */
export function EraseMyself() {
  const t = useT(dataBankMessages)
  const { session } = useSession()
  const [isOpen, setOpen] = useState(false)
  if (session === null) return null
  return (
    <Section title={t('eraseTitle')}>
      <div>
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {t('eraseOpen')}
        </Button>
      </div>
      {isOpen && <EraseDialog name={session.person.name} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function EraseDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useT(dataBankMessages)
  const [, navigate] = useLocation()
  const sessionChanged = useSessionChanged()
  const [typed, setTyped] = useState('')
  const [isAsked, setAsked] = useState(false)
  const erase = useCommand(
    (own: string, idempotencyKey) => post('/api/me/erase', {}, { name: own }, { idempotencyKey }),
    () => {
      navigate('/', { replace: true })
      void sessionChanged()
    },
  )
  const isOtherName = nameKey(typed) !== nameKey(name)
  return (
    <Dialog open onClose={onClose} title={t('eraseTitle')}>
      <Form
        onSubmit={() => {
          setAsked(true)
          if (!isOtherName) erase.mutate(typed.trim())
        }}
      >
        <Notice kind="wrong">{t('eraseWords')}</Notice>
        <TextField
          label={t('eraseTyped', { name })}
          error={isAsked && isOtherName ? t('eraseTypedMissing') : undefined}
          value={typed}
          onChange={setTyped}
        />
        <ProblemNotice error={erase.error} />
        <ButtonRow>
          <Button kind="primary" submit busy={erase.isPending}>
            {t('eraseConfirm')}
          </Button>
          <Button onClick={onClose}>{t('eraseCancel')}</Button>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
