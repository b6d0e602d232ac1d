import { HandCoinsIcon } from '@phosphor-icons/react/dist/csr/HandCoins'
import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { List } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { offersMessages } from './messages.ts'
import { OfferRow } from './offer-row.tsx'

/** The offers of a village, for anybody. */
export function VillageOffersPage() {
  const t = useT(offersMessages)
  const { villageId = '' } = useParams()
  const offers = useAnswer('/api/villages/{villageId}/offers', { villageId })
  return (
    <Page title={t('title')} lead={t('lead')} back="/">
      {offers.isPending && <Skeleton count={4} />}
      {offers.isError && <ErrorState error={offers.error} onRetry={() => void offers.refetch()} />}
      {offers.data?.items.length === 0 && (
        <EmptyState icon={HandCoinsIcon} title={t('empty')} hint={t('emptyHint')} />
      )}
      {offers.isSuccess && offers.data.items.length > 0 && (
        <List label={t('title')}>
          {offers.data.items.map((offer) => (
            <OfferRow
              key={offer.offerId}
              offer={offer}
              to={`/v/${villageId}/offers/${offer.offerId}`}
            />
          ))}
        </List>
      )}
    </Page>
  )
}
