import { HandCoinsIcon } from '@phosphor-icons/react/dist/csr/HandCoins'
import { useParams } from 'wouter'
import { usePages } from '../../app/use-pages.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { List } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { offersMessages } from './messages.ts'
import { OFFERS_A_PAGE } from './offer.ts'
import { OfferRow } from './offer-row.tsx'

/** The offers of a village, for anybody. */
export function VillageOffersPage() {
  const t = useT(offersMessages)
  const { villageId = '' } = useParams()
  const pages = usePages('/api/villages/{villageId}/offers', { villageId, limit: OFFERS_A_PAGE })
  return (
    <Page title={t('title')} lead={t('lead')} back="/">
      <Paged
        pages={pages}
        empty={<EmptyState icon={HandCoinsIcon} title={t('empty')} hint={t('emptyHint')} />}
      >
        {(offers) => (
          <List label={t('title')}>
            {offers.map((offer) => (
              <OfferRow
                key={offer.offerId}
                offer={offer}
                to={`/v/${villageId}/offers/${offer.offerId}`}
              />
            ))}
          </List>
        )}
      </Paged>
      <div>
        <LinkButton to={`/wall/called/${villageId}`}>{t('wallOpen')}</LinkButton>
      </div>
    </Page>
  )
}
