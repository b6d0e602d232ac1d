import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { KindTerms } from './kind-terms.tsx'
import { voucherMessages } from './messages.ts'
import type { Offered } from './vouchers.ts'
import './vouchers.css'

/** A kind of voucher with its terms, and the way to have one. */
export function OfferedLine({
  kind,
  walletHundredths,
}: {
  kind: Offered
  walletHundredths: number | null
}) {
  const t = useT(voucherMessages)
  const format = useFormat()
  const { name, pointsHundredths, voucherKindId } = kind
  const [isAsked, setAsked] = useState(false)
  const have = useCommand(
    (_: null, idempotencyKey) => post('/api/vouchers', {}, { voucherKindId }, { idempotencyKey }),
    () => setAsked(false),
  )
  const points = format.points(pointsHundredths)
  const missing = walletHundredths === null ? 0 : pointsHundredths - walletHundredths
  return (
    <li className="voucher">
      <div className="voucher__head">
        <strong>{name}</strong>
        <span className="voucher__price">
          <strong>{points}</strong> {t('points', { count: pointsHundredths / 100 })}
        </span>
      </div>
      <KindTerms kind={kind} />
      {!kind.isToBeHad && <StateBadge tone="past">{t('usedUp')}</StateBadge>}
      {have.isSuccess && <Notice kind="done">{t('had')}</Notice>}
      <ProblemNotice error={have.error} />
      {kind.isToBeHad && walletHundredths !== null && missing > 0 && (
        <p className="soft">{t('short', { points: format.points(missing) })}</p>
      )}
      {kind.isToBeHad && walletHundredths !== null && missing <= 0 && !isAsked && (
        <div>
          <Button label={t('haveLabel', { name })} onClick={() => setAsked(true)}>
            {t('have')}
          </Button>
        </div>
      )}
      {isAsked && (
        <>
          <p>{t('sure', { name, points })}</p>
          <ButtonRow>
            <Button kind="primary" busy={have.isPending} onClick={() => have.mutate(null)}>
              {t('sureYes', { points })}
            </Button>
            <Button kind="quiet" onClick={() => setAsked(false)}>
              {t('cancel')}
            </Button>
          </ButtonRow>
        </>
      )}
    </li>
  )
}
