import { useMutation } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { adoptionMessages } from './adoption-messages.ts'
import { AdoptionStory } from './adoption-story.tsx'
import { shareTones, useQuantity, type OwnAdoption } from './adoption.ts'
import { openPayment } from './open-payment.ts'
import { ProveSteps } from './prove-steps.tsx'

const LOOK_AGAIN_MILLISECONDS = 3_000

/** An adopter's shares, after the telephone was proved; with a number one of them. */
export function AdoptedPage() {
  const t = useT(adoptionMessages)
  const { villageId = '', number } = useParams()
  const market = useAnswer('/api/villages/{villageId}/market', { villageId })
  const me = useAnswer('/api/villages/{villageId}/market/me', { villageId })
  const customer = me.data?.customer
  return (
    <Page
      title={t('mine')}
      back={
        number === undefined ? `/market/${villageId}/adoptions` : `/market/${villageId}/adopted`
      }
      step={customer ? 'list' : 'prove'}
    >
      {me.isPending && <Skeleton count={3} />}
      {me.isError && <ErrorState error={me.error} onRetry={() => void me.refetch()} />}
      {customer === null && (
        <ProveSteps
          villageId={villageId}
          isDemonstration={market.data?.isDemonstration ?? false}
          onProved={() => void me.refetch()}
        />
      )}
      {customer && number === undefined && <OwnList villageId={villageId} />}
      {customer && number !== undefined && <OwnShare villageId={villageId} number={number} />}
    </Page>
  )
}

function OwnList({ villageId }: { villageId: string }) {
  const t = useT(adoptionMessages)
  const format = useFormat()
  const own = useAnswer('/api/villages/{villageId}/market/adoptions', { villageId })
  if (own.isPending) return <Skeleton count={2} />
  if (own.isError) return <ErrorState error={own.error} onRetry={() => void own.refetch()} />
  if (own.data.items.length === 0) return <p className="soft">{t('mineNone')}</p>
  return (
    <List label={t('mine')}>
      {own.data.items.map(({ number, name, shareNo, state, priceFen }) => (
        <ListRow
          key={number}
          title={name}
          note={t('ownTitle', { no: shareNo })}
          value={format.money(priceFen)}
          end={<StateBadge tone={shareTones[state]}>{t(`state_${state}`)}</StateBadge>}
          to={`/market/${villageId}/adopted/${number}`}
        />
      ))}
    </List>
  )
}

function OwnShare({ villageId, number }: { villageId: string; number: string }) {
  const own = useAnswer(
    '/api/villages/{villageId}/market/adoptions/{number}',
    { villageId, number },
    {
      refetchInterval: ({ state: { data } }) =>
        data?.state === 'held' ? LOOK_AGAIN_MILLISECONDS : false,
    },
  )
  if (own.isPending) return <Skeleton count={4} />
  if (own.isError) return <ErrorState error={own.error} onRetry={() => void own.refetch()} />
  return <Shown own={own.data} villageId={villageId} />
}

function Shown({ own, villageId }: { own: OwnAdoption; villageId: string }) {
  const t = useT(adoptionMessages)
  const format = useFormat()
  const quantity = useQuantity()
  const { offer, number, state, refundFen, due, deliveries } = own
  const pay = useMutation({ mutationFn: () => openPayment(villageId, number, 'adopted') })
  const had = deliveries.reduce((sum, one) => sum + one.quantity, 0)
  return (
    <>
      <Section title={`${offer.name} · ${t('ownTitle', { no: own.shareNo })}`}>
        <p>
          <StateBadge tone={shareTones[state]}>{t(`state_${state}`)}</StateBadge>
        </p>
        {own.canPay && (
          <Button kind="primary" wide busy={pay.isPending} onClick={() => pay.mutate()}>
            {t('pay')}
          </Button>
        )}
        <ProblemNotice error={pay.error} />
        <Facts
          facts={[
            { label: t('due'), value: due === 0 ? t('nothingYet') : quantity(offer.unit, due) },
            { label: t('delivered'), value: quantity(offer.unit, had) },
            { label: t('refund'), value: refundFen === 0 ? null : format.money(refundFen) },
          ]}
        />
        {own.adoptedAt !== null && (
          <LinkButton to={`/market/${villageId}/certificates/${number}`}>
            {t('certificate')}
          </LinkButton>
        )}
      </Section>
      <Section title={t('deliveries')}>
        {deliveries.length === 0 && <p className="soft">{t('deliveriesNone')}</p>}
        <List label={t('deliveries')}>
          {deliveries.map(({ quantity: amount, deliveredOn }, at) => (
            <ListRow
              key={`${deliveredOn} ${at}`}
              title={format.day(deliveredOn)}
              value={quantity(offer.unit, amount)}
            />
          ))}
        </List>
      </Section>
      <AdoptionStory adoption={offer} villageId={villageId} />
    </>
  )
}
