import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { noticesAdminMessages } from './messages.ts'

/** Taking an award back: it cannot be undone, so it says what follows and asks for the reason. */
export function ReverseAward({ awardId, points }: { awardId: string; points: string }) {
  const t = useT(noticesAdminMessages)
  const [open, setOpen] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const [reason, setReason, clear] = useDraft(`reversal.${awardId}`, '')
  const reverse = useCommand(
    (words: string, idempotencyKey) =>
      post('/api/awards/{id}/reverse', { id: awardId }, { reason: words }, { idempotencyKey }),
    () => {
      clear()
      setOpen(false)
    },
  )
  return (
    <>
      <div>
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {t('reverse')}
        </Button>
      </div>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('reverse')}>
        <Form
          onSubmit={() => {
            setAsked(true)
            if (reason.trim() !== '') reverse.mutate(reason.trim())
          }}
        >
          <p>
            <strong>{points}</strong>
          </p>
          <p>{t('reverseWords')}</p>
          <TextArea
            label={t('reason')}
            hint={t('reasonHint')}
            error={isAsked && reason.trim() === '' ? t('reasonMissing') : undefined}
            value={reason}
            maxLength={500}
            onChange={setReason}
          />
          <ProblemNotice error={reverse.error} />
          <ButtonRow>
            <Button kind="primary" submit busy={reverse.isPending}>
              {t('confirmReverse')}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('keep')}</Button>
          </ButtonRow>
        </Form>
      </Dialog>
    </>
  )
}
