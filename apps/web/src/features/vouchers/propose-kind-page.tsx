import { useAnswer } from '../../app/use-answer.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { voucherDeskMessages } from './desk-messages.ts'
import { ProposeKind } from './propose-kind.tsx'

/** A new kind of voucher: its price, its worth, who takes it, and from which money it is paid. */
export function ProposeKindPage() {
  const t = useT(voucherDeskMessages)
  const budgets = useAnswer('/api/budgets')
  const merchants = useAnswer('/api/merchants')
  const open = budgets.data?.items.filter(({ leftFen }) => leftFen > 0) ?? []
  const taking = merchants.data?.items.filter(({ endedAt }) => endedAt === null) ?? []
  const isReady = budgets.isSuccess && merchants.isSuccess
  return (
    <Page title={t('proposeTitle')} lead={t('proposeLead')} back="/workbench/vouchers">
      {(budgets.isPending || merchants.isPending) && <Skeleton count={5} />}
      {budgets.isError && (
        <ErrorState error={budgets.error} onRetry={() => void budgets.refetch()} />
      )}
      {merchants.isError && (
        <ErrorState error={merchants.error} onRetry={() => void merchants.refetch()} />
      )}
      {isReady && open.length === 0 && (
        <Notice
          kind="waiting"
          actions={<LinkButton to="/workbench/money">{t('toMoney')}</LinkButton>}
        >
          {t('budgetNone')}
        </Notice>
      )}
      {isReady && taking.length === 0 && (
        <Notice
          kind="waiting"
          actions={<LinkButton to="/workbench/vouchers/merchants">{t('toMerchants')}</LinkButton>}
        >
          {t('merchantsNone')}
        </Notice>
      )}
      {isReady && open.length > 0 && taking.length > 0 && (
        <ProposeKind budgets={open} merchants={taking} />
      )}
    </Page>
  )
}
