import { useAnswer } from '../../app/use-answer.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { shopMessages } from './messages.ts'
import { grouped } from './shop.ts'
import './shop.css'

/** What my household shows at the counter: to scan, or to read out. */
export function CodePage() {
  const t = useT(shopMessages)
  const shop = useAnswer('/api/shop')
  const code = shop.data?.code ?? null
  return (
    <Page title={t('myCode')} lead={t('codeLead')} back="/me/shop">
      {shop.isPending && <Skeleton count={3} />}
      {shop.isError && <ErrorState error={shop.error} onRetry={() => void shop.refetch()} />}
      {code !== null && (
        <div className="household-code">
          <QrCode text={code} label={t('codeLabel', { code: grouped(code) })} correction="Q" />
          <strong className="household-code__typed">{grouped(code)}</strong>
          <p className="soft">{t('codePaper')}</p>
        </div>
      )}
    </Page>
  )
}
