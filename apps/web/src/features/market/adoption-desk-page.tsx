import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { useAnswer } from '../../app/use-answer.ts'
import { post } from '../../app/api.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { OfferSteps } from './adoption-desk-steps.tsx'
import { adoptionMessages } from './adoption-messages.ts'
import { shareTones, usePart, useQuantity, type AdoptionDesk, type DeskOffer } from './adoption.ts'

/** What is offered for adoption, its shares, and what is to be entered of it. */
export function AdoptionDeskPage() {
  const t = useT(adoptionMessages)
  const { session } = useSession()
  const desk = useAnswer('/api/adoption-desk')
  const keeps = hasRole(session, ['committee', 'technician'])
  return (
    <Page
      title={t('desk')}
      lead={t('deskLead')}
      back="/workbench"
      wide
      actions={
        keeps && (
          <LinkButton icon={PlusIcon} to="/workbench/adoptions/new">
            {t('newOffer')}
          </LinkButton>
        )
      }
    >
      {desk.isPending && <Skeleton count={5} />}
      {desk.isError && <ErrorState error={desk.error} onRetry={() => void desk.refetch()} />}
      {desk.data?.items.length === 0 && <p className="soft">{t('none')}</p>}
      {desk.data?.items.map((offer) => (
        <Offer key={offer.offerId} offer={offer} desk={desk.data} />
      ))}
      {session !== null && (
        <LinkButton kind="quiet" to={`/market/${session.village.villageId}/adoptions`}>
          {t('publicPage')}
        </LinkButton>
      )}
    </Page>
  )
}

function Offer({ offer, desk }: { offer: DeskOffer; desk: AdoptionDesk }) {
  const t = useT(adoptionMessages)
  const format = useFormat()
  const quantity = useQuantity()
  const partOf = usePart()
  const { unit, harvested, delivered, isConfirmed, outcome, left, shareCount } = offer
  return (
    <Section title={`${offer.name} · ${offer.seasonName}`}>
      <Facts
        facts={[
          { label: t('each'), value: format.money(offer.priceFen) },
          { label: t('part'), value: partOf(offer) },
          { label: t('shares'), value: t('left', { left, all: shareCount }) },
          { label: t('harvested'), value: quantity(unit, harvested) },
          { label: t('had'), value: quantity(unit, delivered) },
          {
            label: t('stateTitle'),
            value: outcome === null ? t(isConfirmed ? 'offered' : 'waits') : t(`state_${outcome}`),
          },
        ]}
      />
      {!isConfirmed && <Confirm offerId={offer.offerId} />}
      {offer.shares.length > 0 && <Shares offer={offer} />}
      {isConfirmed && outcome === null && <OfferSteps offer={offer} desk={desk} />}
    </Section>
  )
}

function Shares({ offer }: { offer: DeskOffer }) {
  const t = useT(adoptionMessages)
  const quantity = useQuantity()
  return (
    <DataTable
      caption={t('shares')}
      rows={offer.shares}
      rowKey={({ adoptionId }) => adoptionId}
      columns={[
        { key: 'no', title: t('share'), cell: ({ shareNo }) => String(shareNo), numeric: true },
        { key: 'name', title: t('name'), cell: ({ name }) => name ?? '—' },
        { key: 'number', title: t('number'), cell: ({ number }) => number },
        {
          key: 'had',
          title: t('had'),
          cell: ({ delivered }) => quantity(offer.unit, delivered),
          numeric: true,
        },
        {
          key: 'state',
          title: t('stateTitle'),
          cell: ({ state }) => (
            <StateBadge tone={shareTones[state]}>{t(`state_${state}`)}</StateBadge>
          ),
        },
      ]}
    />
  )
}

function Confirm({ offerId: id }: { offerId: string }) {
  const t = useT(adoptionMessages)
  const confirm = useCommand((_: null, idempotencyKey) =>
    post('/api/adoption-offers/{id}/confirm', { id }, undefined, { idempotencyKey }),
  )
  return (
    <>
      <ProblemNotice error={confirm.error} />
      <Button kind="primary" busy={confirm.isPending} onClick={() => confirm.mutate(null)}>
        {t('confirm')}
      </Button>
    </>
  )
}
