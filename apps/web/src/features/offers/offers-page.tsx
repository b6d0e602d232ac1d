import { HandCoinsIcon } from '@phosphor-icons/react/dist/csr/HandCoins'
import { usePages } from '../../app/use-pages.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { List } from '../../ui/list.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { offersMessages } from './messages.ts'
import { OFFERS_A_PAGE, partOf, type OfferBrief } from './offer.ts'
import { OfferRow } from './offer-row.tsx'

const parts = ['mine', 'open', 'running', 'past'] as const

/** What the village offers: first what one's household has a part in, then what is open. */
export function OffersPage() {
  const t = useT(offersMessages)
  const pages = usePages('/api/offers', { limit: OFFERS_A_PAGE })
  return (
    <Page title={t('title')} lead={t('lead')} back="/">
      <Paged
        pages={pages}
        empty={<EmptyState icon={HandCoinsIcon} title={t('empty')} hint={t('emptyHint')} />}
      >
        {(offers) =>
          parts.map((part) => (
            <Part
              key={part}
              title={t(`part_${part}`)}
              offers={offers.filter((one) => partOf(one) === part)}
            />
          ))
        }
      </Paged>
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
