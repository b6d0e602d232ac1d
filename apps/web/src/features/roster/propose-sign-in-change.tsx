import { useState, type ReactNode } from 'react'
import type { Body } from '@azalea/client'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { Said } from '../../ui/said.tsx'
import { rosterSignInMessages } from './sign-in-messages.ts'

/** Opens the dialog for one person; says what came of it. */
export function ProposeButton({
  personId,
  name,
  onProposed,
}: {
  personId: string
  name: string
  onProposed: (said: ReactNode) => void
}) {
  const t = useT(rosterSignInMessages)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button label={t('proposeLabel', { name })} onClick={() => setOpen(true)}>
        {t('propose')}
      </Button>
      {isOpen && (
        <ProposeSignInChange
          personId={personId}
          name={name}
          onClose={() => setOpen(false)}
          onProposed={(said) => {
            setOpen(false)
            onProposed(said)
          }}
        />
      )}
    </>
  )
}

interface Wanted {
  phone: string
  hasNone: boolean
  takesNumber: boolean
  identityNumber: string
  reason: string
}

/** Proposes another telephone or identity number for somebody who cannot prove the old telephone. */
function ProposeSignInChange({
  personId,
  name,
  onClose,
  onProposed,
}: {
  personId: string
  name: string
  onClose: () => void
  onProposed: (said: ReactNode) => void
}) {
  const t = useT(rosterSignInMessages)
  const [wanted, setWanted] = useState<Wanted>({
    phone: '',
    hasNone: false,
    takesNumber: false,
    identityNumber: '',
    reason: '',
  })
  const [isAsked, setAsked] = useState(false)
  const propose = useCommand(
    (body: Body<'/api/people/{personId}/sign-in-change'>, idempotencyKey) =>
      post('/api/people/{personId}/sign-in-change', { personId }, body, { idempotencyKey }),
    () => onProposed(<Said by={rosterSignInMessages} say={(words) => words('proposed')} />),
  )
  const { phone, hasNone, takesNumber, identityNumber } = wanted
  const isEmpty = phone.trim() === '' && !hasNone && identityNumber.trim() === ''
  const reason = wanted.reason.trim()
  return (
    <Dialog open onClose={onClose} title={t('proposeTitle', { name })}>
      <Form
        onSubmit={() => {
          setAsked(true)
          if (isEmpty || reason === '') return
          propose.mutate({
            ...(hasNone ? { phone: null } : phone.trim() === '' ? {} : { phone }),
            ...(identityNumber.trim() === '' ? {} : { identityNumber }),
            takesNumber,
            reason,
          })
        }}
      >
        <p>{t('proposeLead')}</p>
        <WantedFields
          wanted={wanted}
          onChange={(part) => setWanted((before) => ({ ...before, ...part }))}
          isEmpty={isAsked && isEmpty}
          isReasonMissing={isAsked && reason === ''}
        />
        <ProblemNotice error={propose.error} />
        <ButtonRow>
          <Button kind="primary" submit busy={propose.isPending}>
            {t('send')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}

function WantedFields({
  wanted: { phone, hasNone, takesNumber, identityNumber, reason },
  onChange,
  isEmpty,
  isReasonMissing,
}: {
  wanted: Wanted
  onChange: (part: Partial<Wanted>) => void
  isEmpty: boolean
  isReasonMissing: boolean
}) {
  const t = useT(rosterSignInMessages)
  return (
    <>
      {!hasNone && (
        <TextField
          label={t('newPhone')}
          hint={t('newPhoneHint')}
          error={isEmpty ? t('nothingEntered') : undefined}
          value={phone}
          maxLength={40}
          onChange={(typed) => onChange({ phone: typed })}
        />
      )}
      {!hasNone && (
        <Checkbox
          label={t('takesNumber')}
          hint={t('takesNumberHint')}
          checked={takesNumber}
          onChange={(checked) => onChange({ takesNumber: checked })}
        />
      )}
      <Checkbox
        label={t('noPhone')}
        checked={hasNone}
        onChange={(checked) => onChange({ hasNone: checked })}
      />
      <TextField
        label={t('newIdentity')}
        hint={t('newIdentityHint')}
        value={identityNumber}
        maxLength={40}
        onChange={(typed) => onChange({ identityNumber: typed })}
      />
      <TextArea
        label={t('why')}
        hint={t('whyHint')}
        rows={2}
        error={isReasonMissing ? t('whyMissing') : undefined}
        value={reason}
        maxLength={500}
        onChange={(typed) => onChange({ reason: typed })}
      />
    </>
  )
}
