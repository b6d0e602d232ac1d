import { useState } from 'react'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../ui/i18n.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Sheet } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import type { Deed } from './deed.ts'
import { deedsMessages } from './messages.ts'

/** Asks for the reason that the person will read. */
export function RefuseDeed({
  deed,
  busy,
  onRefuse,
}: {
  deed: Deed
  busy: boolean
  onRefuse: (reason: string) => void
}) {
  const t = useT(deedsMessages)
  const [open, setOpen] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const [reason, setReason, clear] = useDraft(`deed-refusal.${deed.contributionId}`, '')
  const names = { name: deed.person.name, item: deed.itemName }
  return (
    <>
      <Button kind="quiet" label={t('refuseLabel', names)} onClick={() => setOpen(true)}>
        {t('refuse')}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t('refuseTitle')}>
        <Form
          onSubmit={() => {
            const written = reason.trim()
            setMissing(written === '')
            if (written === '') return
            onRefuse(written)
            clear()
            setOpen(false)
          }}
        >
          <p>
            {names.item} · {t('willRefuse', names)}
          </p>
          <TextArea
            label={t('reason')}
            value={reason}
            error={isMissing && reason.trim() === '' ? t('reasonMissing') : undefined}
            maxLength={500}
            onChange={setReason}
          />
          <ButtonRow>
            <Button kind="primary" submit busy={busy}>
              {t('refuse')}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('keep')}</Button>
          </ButtonRow>
        </Form>
      </Sheet>
    </>
  )
}
