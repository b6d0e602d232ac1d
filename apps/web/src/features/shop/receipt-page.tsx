import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { ReceiptIcon } from '@phosphor-icons/react/dist/csr/Receipt'
import { useParams } from 'wouter'
import { useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { shopMessages } from './messages.ts'
import { inWords, stateOf, type Purchase } from './shop.ts'
import './shop.css'

/** One purchase as a receipt, to show or to print. */
export function ReceiptPage() {
  const t = useT(shopMessages)
  const { id = '' } = useParams()
  const shop = useAnswer('/api/shop')
  const purchase = shop.data?.purchases.find(({ purchaseId }) => purchaseId === id)
  return (
    <div>
      <div className="shop-paper__tools">
        <Page title={t('receiptTools')} back="/me/shop">
          {shop.isPending && <Skeleton count={4} />}
          {shop.isError && <ErrorState error={shop.error} onRetry={() => void shop.refetch()} />}
          {shop.isSuccess && purchase === undefined && (
            <EmptyState icon={ReceiptIcon} title={t('unknown')} hint={t('unknownHint')} />
          )}
          {purchase !== undefined && (
            <ButtonRow>
              <Button kind="primary" icon={PrinterIcon} onClick={() => window.print()}>
                {t('print')}
              </Button>
            </ButtonRow>
          )}
        </Page>
      </div>
      {purchase !== undefined && <Paper purchase={purchase} />}
    </div>
  )
}

function Paper({ purchase }: { purchase: Purchase }) {
  const t = useT(shopMessages)
  const format = useFormat()
  const language = useLanguage()
  const { session } = useSession()
  const state = stateOf(purchase)
  const { fetchedAt, returnedAt, returnUntil } = purchase
  return (
    <article className="shop-paper shop-paper--receipt">
      <h2>
        {session?.village.name} · {t('receipt')}
      </h2>
      <Facts
        facts={[
          { label: t('good'), value: inWords(purchase.name, language) },
          { label: t('quantity'), value: format.number(purchase.quantity) },
          {
            label: fetchedAt === null ? t('paidHeld') : t('paid'),
            value: format.points(purchase.pointsHundredths),
          },
          { label: t('state'), value: t(`state_${state}`) },
          { label: t('reservedAt'), value: format.full(purchase.reservedAt) },
          { label: t('enteredBy'), value: purchase.enteredByName },
          { label: t('fetchedAt'), value: fetchedAt === null ? null : format.full(fetchedAt) },
          { label: t('handedBy'), value: purchase.handedByName },
          { label: t('signedBy'), value: purchase.signedByName },
          {
            label: t('returnUntil'),
            value: returnUntil === null ? null : format.fullDay(returnUntil),
          },
          {
            label: t('returnedAt'),
            value:
              returnedAt === null
                ? null
                : t('returned', {
                    at: format.full(returnedAt),
                    quantity: format.number(purchase.returnedQuantity),
                  }),
          },
          { label: t('number'), value: purchase.purchaseId.slice(-12).toUpperCase() },
        ]}
      />
      <p>{t('receiptNote')}</p>
    </article>
  )
}
