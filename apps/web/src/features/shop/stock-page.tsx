import { PackageIcon } from '@phosphor-icons/react/dist/csr/Package'
import { hasRole, useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { counterMessages } from './counter-messages.ts'
import { EnterLot } from './enter-lot.tsx'
import { LotLine } from './lot-line.tsx'
import { StockMoves } from './stock-moves.tsx'

/** What there is by lot, what comes in, and what a count found other than the book. */
export function StockPage() {
  const t = useT(counterMessages)
  const { session } = useSession()
  const counter = useAnswer('/api/shop/counter')
  const data = counter.data
  return (
    <Page title={t('stockTitle')} lead={t('stockLead')} back="/workbench/shop">
      {counter.isPending && <Skeleton count={5} />}
      {counter.isError && (
        <ErrorState error={counter.error} onRetry={() => void counter.refetch()} />
      )}
      {data !== undefined && (
        <>
          <StockMoves moves={data.moves} goods={data.goods} />
          <Section title={t('lots')}>
            {data.lots.length === 0 && (
              <EmptyState icon={PackageIcon} title={t('lotsNone')} hint={t('lotsNoneHint')} />
            )}
            <ul className="list" aria-label={t('lots')}>
              {data.lots.map((lot) => (
                <LotLine key={lot.lotId} lot={lot} goods={data.goods} />
              ))}
            </ul>
          </Section>
          {hasRole(session, ['committee']) && <EnterLot goods={data.goods} />}
        </>
      )}
    </Page>
  )
}
