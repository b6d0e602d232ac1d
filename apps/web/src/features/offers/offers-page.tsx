import { HandCoinsIcon } from '@phosphor-icons/react/dist/csr/HandCoins'
import { useAnswer } from '../../app/use-answer.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { List } from '../../ui/list.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { offersMessages } from './messages.ts'
import { partOf, type OfferBrief } from './offer.ts'
import { OfferRow } from './offer-row.tsx'

const parts = ['mine', 'open', 'running', 'past'] as const

/** What the village offers: first what one's household has a part in, then what is open. */
export function OffersPage() {
  const t = useT(offersMessages)
  const offers = useAnswer('/api/offers')
  return (
    <Page title={t('title')} lead={t('lead')} back="/">
      {offers.isPending && <Skeleton count={4} />}
      {offers.isError && <ErrorState error={offers.error} onRetry={() => void offers.refetch()} />}
      {offers.data?.items.length === 0 && (
        <EmptyState icon={HandCoinsIcon} title={t('empty')} hint={t('emptyHint')} />
      )}
      {parts.map((part) => (
        <Part
          key={part}
          title={t(`part_${part}`)}
          offers={(offers.data?.items ?? []).filter((one) => partOf(one) === part)}
        />
      ))}
    </Page>
  )
}

function Part({ title, offers }: { title: string; offers: readonly OfferBrief[] }) {
  if (offers.length === 0) return null
  return (
    <Section title={title}>
      <List label={title}>
        {offers.map((offer) => (
          <OfferRow key={offer.offerId} offer={offer} to={`/offers/${offer.offerId}`} />
        ))}
      </List>
    </Section>
  )
}
