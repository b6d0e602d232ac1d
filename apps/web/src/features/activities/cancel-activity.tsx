import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { activitiesMessages } from './messages.ts'

/** Calling an activity off: it cannot be taken back, so it asks for the reason that people get. */
export function CancelActivity({ activityId }: { activityId: string }) {
  const t = useT(activitiesMessages)
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const cancel = useCommand(
    (words: string, idempotencyKey) =>
      post(
        '/api/activities/{id}/cancel',
        { id: activityId },
        { reason: words },
        { idempotencyKey },
      ),
    () => setOpen(false),
  )
  return (
    <>
      <div className="outdent">
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {t('cancel')}
        </Button>
      </div>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('cancelTitle')}>
        <Form onSubmit={() => cancel.mutate(reason.trim())}>
          <p>{t('cancelWords')}</p>
          <TextArea label={t('reason')} value={reason} onChange={setReason} maxLength={500} />
          <ProblemNotice error={cancel.error} />
          <ButtonRow>
            <Button kind="primary" submit busy={cancel.isPending} disabled={reason.trim() === ''}>
              {t('cancel')}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('keep')}</Button>
          </ButtonRow>
        </Form>
      </Dialog>
    </>
  )
}
