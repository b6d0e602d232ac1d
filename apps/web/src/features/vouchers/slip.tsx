import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import type { Answer } from '@azalea/client'
import { useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { QrCode } from '../../ui/qr-code.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { KindTerms } from './kind-terms.tsx'
import { slipMessages } from './slip-messages.ts'
import { grouped } from './vouchers.ts'
import '../../ui/slip-alone.css'
import './slip.css'

type VoucherSlip = Answer<'/api/vouchers/{id}/slip'>

/** A voucher on paper, for who has no telephone to show it on. */
export function Slip({ voucherId }: { voucherId: string }) {
  const t = useT(slipMessages)
  const slip = useAnswer('/api/vouchers/{id}/slip', { id: voucherId })
  if (slip.isPending) return <Skeleton count={4} />
  if (slip.isError) return <ErrorState error={slip.error} onRetry={() => void slip.refetch()} />
  return (
    <>
      <ButtonRow>
        <Button kind="primary" icon={PrinterIcon} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </ButtonRow>
      <Paper slip={slip.data} />
    </>
  )
}

function Paper({ slip }: { slip: VoucherSlip }) {
  const t = useT(slipMessages)
  const format = useFormat()
  const { session } = useSession()
  const { name, code, valueFen, buyerName, enteredByName, issuedAt, expiresOn } = slip
  return (
    <article className="voucher-slip slip-alone">
      <h2>
        {session?.village.name} · {name}
      </h2>
      <QrCode text={code} label={t('codeLabel', { code: grouped(code) })} correction="Q" />
      <strong className="voucher-slip__code">{grouped(code)}</strong>
      <Facts
        facts={[
          { label: t('value'), value: format.money(valueFen) },
          { label: t('until'), value: format.fullDay(expiresOn) },
          { label: t('buyer'), value: buyerName },
          { label: t('enteredBy'), value: enteredByName },
          { label: t('issuedAt'), value: format.full(issuedAt) },
        ]}
      />
      <KindTerms kind={slip} />
      <p>{t('keep')}</p>
    </article>
  )
}
