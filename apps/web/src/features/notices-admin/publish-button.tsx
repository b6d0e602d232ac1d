import { useState } from 'react'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { publishable, type OpenAward } from './award.ts'
import { noticesAdminMessages } from './messages.ts'
import { useObjectionPhone } from './objection-phone.tsx'

/** Puts awards on notice, once somebody has said yes: the village reads it at once, for days. */
export function PublishButton({
  label,
  main = false,
  awards,
  isAll,
  busy,
  onPublish,
}: {
  label: string
  main?: boolean
  awards: readonly OpenAward[]
  /** False while more wait than were read. */
  isAll: boolean
  busy: boolean
  onPublish: (close: () => void) => void
}) {
  const t = useT(noticesAdminMessages)
  const format = useFormat()
  const [isAsked, setAsked] = useState(false)
  const phone = useObjectionPhone().data?.objectionPhone
  const { count, pointsHundredths } = publishable(awards)
  const close = () => setAsked(false)
  return (
    <>
      <Button
        {...(main ? { kind: 'primary', wide: true } : {})}
        disabled={count === 0}
        onClick={() => setAsked(true)}
      >
        {label}
      </Button>
      <Dialog open={isAsked} onClose={close} title={t('askPublish')}>
        <div className="stack">
          <p>
            {t(isAll ? 'sum' : 'sumSoFar', {
              count,
              points: format.signedPoints(pointsHundredths),
            })}
          </p>
          <p>{t('askPublishWords')}</p>
          {phone !== undefined && (
            <p>{phone === null ? t('askNoPhone') : t('askPhone', { phone })}</p>
          )}
          <ButtonRow>
            <Button kind="primary" busy={busy} onClick={() => onPublish(close)}>
              {t('askYes')}
            </Button>
            <Button onClick={close}>{t('askNo')}</Button>
          </ButtonRow>
        </div>
      </Dialog>
    </>
  )
}
