import { useState } from 'react'
import { apiPost } from '../../app/api.ts'
import { useT } from '../../app/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { rosterMessages } from './messages.ts'

/** Destroys a person's data at their request: says what goes and what stays, and has the name typed. */
export function ErasePerson({
  personId,
  name,
  onClose,
  onErased,
}: {
  personId: string
  name: string
  onClose: () => void
  onErased: () => void
}) {
  const t = useT(rosterMessages)
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const [isAsked, setAsked] = useState(false)
  const erase = useCommand(
    (words: string, idempotencyKey) =>
      apiPost(`/api/people/${personId}/erase`, { reason: words }, { idempotencyKey }),
    onErased,
  )
  const isReasonMissing = reason.trim() === ''
  const isOtherName = typed.trim() !== name
  return (
    <Dialog open onClose={onClose} title={t('eraseTitle', { name })}>
      <Form
        onSubmit={() => {
          setAsked(true)
          if (!isReasonMissing && !isOtherName) erase.mutate(reason.trim())
        }}
      >
        <Notice kind="wrong">{t('eraseFirst')}</Notice>
        <p>{t('eraseGoes')}</p>
        <p>{t('eraseStays')}</p>
        <TextArea
          label={t('eraseReason')}
          hint={t('eraseReasonHint')}
          rows={2}
          error={isAsked && isReasonMissing ? t('eraseReasonMissing') : undefined}
          value={reason}
          maxLength={500}
          onChange={setReason}
        />
        <TextField
          label={t('eraseTyped', { name })}
          error={isAsked && isOtherName ? t('eraseTypedMissing') : undefined}
          value={typed}
          onChange={setTyped}
        />
        <ProblemNotice error={erase.error} />
        <ButtonRow>
          <Button kind="primary" submit busy={erase.isPending}>
            {t('confirmErase')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
