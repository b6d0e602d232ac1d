import { useState } from 'react'
import { Button, ButtonRow } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ProblemNotice } from '../ui/error-state.tsx'
import { post } from './api.ts'
import { useT } from '../ui/i18n.ts'
import { passOnMessages } from './pass-on-messages.ts'
import { useCommand } from './use-command.ts'

/** Declaring oneself biased, so that somebody else judges: it cannot be undone, so it says what follows. */
export function PassOn({
  path,
  id,
}: {
  path: '/api/objections/{id}/pass-on' | '/api/breach-reports/{id}/pass-on'
  id: string
}) {
  const t = useT(passOnMessages)
  const [open, setOpen] = useState(false)
  const passOn = useCommand(
    (_: null, idempotencyKey) => post(path, { id }, undefined, { idempotencyKey }),
    () => setOpen(false),
  )
  return (
    <>
      <div className="outdent">
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {t('ask')}
        </Button>
      </div>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('title')}>
        <p>{t('words')}</p>
        <ProblemNotice error={passOn.error} />
        <ButtonRow>
          <Button kind="primary" busy={passOn.isPending} onClick={() => passOn.mutate(null)}>
            {t('confirm')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('keep')}</Button>
        </ButtonRow>
      </Dialog>
    </>
  )
}
