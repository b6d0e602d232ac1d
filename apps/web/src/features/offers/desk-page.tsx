import { toLocalText } from '@azalea/client'
import { HandCoinsIcon } from '@phosphor-icons/react/dist/csr/HandCoins'
import { useAnswer } from '../../app/use-answer.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { DeskList } from '../../ui/desk-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import type { ListColumn } from '../../ui/list-column.ts'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { When } from '../../ui/when.tsx'
import { deskMessages } from './desk-messages.ts'
import { offersMessages } from './messages.ts'
import { offerTones, useQuantity, type DeskOffer } from './offer.ts'
import { offerers } from './offer-roles.ts'
import { OfferRow } from './offer-row.tsx'

/** What cadres have on their desk: drafts, open offers, queues, objections that wait. */
export function DeskPage() {
  const t = useT(deskMessages)
  const { session } = useSession()
  const desk = useAnswer('/api/offer-desk')
  const isOfferer = hasRole(session, offerers)
  return (
    <Page wide title={t('deskTitle')} lead={t('deskLead')} back="/workbench">
      <ButtonRow>
        {isOfferer && (
          <LinkButton kind="primary" to="/workbench/offers/new">
            {t('draftNew')}
          </LinkButton>
        )}
        <LinkButton to="/workbench/order-rules">{t('rules')}</LinkButton>
        {isOfferer && (
          <LinkButton to="/workbench/protected-households">{t('protected')}</LinkButton>
        )}
      </ButtonRow>
      {desk.isPending && <Skeleton count={4} />}
      {desk.isError && <ErrorState error={desk.error} onRetry={() => void desk.refetch()} />}
      {desk.data?.items.length === 0 && (
        <EmptyState icon={HandCoinsIcon} title={t('deskEmpty')} hint={t('deskEmptyHint')} />
      )}
      {desk.isSuccess && desk.data.items.length > 0 && <Offers offers={desk.data.items} />}
    </Page>
  )
}

const pathOf = ({ offerId }: DeskOffer) => `/workbench/offers/${offerId}`

function Offers({ offers }: { offers: readonly DeskOffer[] }) {
  const t = useT(deskMessages)
  const columns = useColumns()
  return (
    <DeskList
      label={t('deskTitle')}
      rows={offers}
      rowKey={({ offerId }) => offerId}
      to={pathOf}
      columns={columns}
      phone={(offer) => <PhoneRow key={offer.offerId} offer={offer} />}
    />
  )
}

function PhoneRow({ offer }: { offer: DeskOffer }) {
  const t = useT(deskMessages)
  const tell = useT(offersMessages)
  const notes = [tell('claimsCount', { count: offer.claims })]
  if (offer.openObjections > 0) notes.push(t('objections', { count: offer.openObjections }))
  return <OfferRow offer={offer} to={pathOf(offer)} note={notes.join(' · ')} />
}

function useColumns(): readonly ListColumn<DeskOffer>[] {
  const t = useT(deskMessages)
  const tell = useT(offersMessages)
  return [
    { key: 'title', title: t('titleColumn'), text: ({ title }) => title, essential: true },
    { key: 'kind', title: tell('kind'), text: ({ kind }) => tell(`kind_${kind}`), sort: 'kind' },
    {
      key: 'supply',
      title: tell('amount'),
      text: ({ supplyQuantity }) => supplyQuantity,
      cell: (offer) => <Supply offer={offer} />,
      numeric: true,
    },
    {
      key: 'closes',
      title: tell('closesAt'),
      text: ({ closesAt }) => toLocalText(closesAt).replace('T', ' '),
      cell: ({ closesAt }) => <When at={closesAt} />,
      sort: 'closes',
    },
    {
      key: 'claims',
      title: tell('claims'),
      text: ({ claims }) => claims,
      numeric: true,
      sort: 'claims',
    },
    {
      key: 'objections',
      title: t('objectionsTitle'),
      text: ({ openObjections }) => openObjections,
      numeric: true,
      sort: 'objections',
    },
    {
      key: 'state',
      title: tell('stateColumn'),
      text: ({ state }) => tell(`state_${state}`),
      cell: ({ state }) => (
        <StateBadge tone={offerTones[state]}>{tell(`state_${state}`)}</StateBadge>
      ),
      essential: true,
    },
  ]
}

function Supply({ offer }: { offer: DeskOffer }) {
  return useQuantity(offer.unit)(offer.supplyQuantity)
}
