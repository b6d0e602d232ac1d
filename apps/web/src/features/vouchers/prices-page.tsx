import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { TicketIcon } from '@phosphor-icons/react/dist/csr/Ticket'
import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { voucherMessages } from './messages.ts'
import { OfferedLine } from './offered-line.tsx'

/** The price list of vouchers, for anybody. */
export function PricesPage() {
  const t = useT(voucherMessages)
  const { villageId = '' } = useParams()
  const prices = useAnswer('/api/villages/{villageId}/vouchers', { villageId })
  const village = prices.data?.villageName ?? ''
  return (
    <Page
      title={t('prices')}
      lead={village === '' ? undefined : t('priceLead', { village })}
      back="/"
      actions={
        <Button icon={PrinterIcon} onClick={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      {prices.isPending && <Skeleton count={4} />}
      {prices.isError && <ErrorState error={prices.error} onRetry={() => void prices.refetch()} />}
      {prices.data?.kinds.length === 0 && (
        <EmptyState icon={TicketIcon} title={t('kindsNone')} hint={t('kindsNoneHint')} />
      )}
      <ul className="list" aria-label={t('kinds')}>
        {prices.data?.kinds.map((kind) => (
          <OfferedLine key={kind.voucherKindId} kind={kind} walletHundredths={null} />
        ))}
      </ul>
    </Page>
  )
}
