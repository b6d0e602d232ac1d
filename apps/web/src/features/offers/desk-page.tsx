import { toLocalText } from '@azalea/client'
import { HandCoinsIcon } from '@phosphor-icons/react/dist/csr/HandCoins'
import { hasRole, useSession } from '../../app/session.tsx'
import { useListPages } from '../../app/use-list-pages.ts'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { DeskList } from '../../ui/desk-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useT } from '../../ui/i18n.ts'
import type { ListColumn } from '../../ui/list-column.ts'
import { Page } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
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
      <Offers />
    </Page>
  )
}

const sorts = ['-closesAt', 'closesAt', 'kind'] as const
const pathOf = ({ offerId }: DeskOffer) => `/workbench/offers/${offerId}`

function Offers() {
  const t = useT(deskMessages)
  const columns = useColumns()
  const list = useListPages('/api/offer-desk', sorts)
  return (
    <Paged
      pages={list.pages}
      empty={<EmptyState icon={HandCoinsIcon} title={t('deskEmpty')} hint={t('deskEmptyHint')} />}
    >
      {(offers) => (
        <DeskList
          label={t('deskTitle')}
          rows={offers}
          rowKey={({ offerId }) => offerId}
          list={list}
          to={pathOf}
          columns={columns}
          phone={(offer) => <PhoneRow key={offer.offerId} offer={offer} />}
        />
      )}
    </Paged>
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
      sort: 'closesAt',
    },
    {
      key: 'claims',
      title: tell('claims'),
      text: ({ claims }) => claims,
      numeric: true,
    },
    {
      key: 'objections',
      title: t('objectionsTitle'),
      text: ({ openObjections }) => openObjections,
      numeric: true,
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
