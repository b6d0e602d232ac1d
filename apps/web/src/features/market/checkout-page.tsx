import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { chosenOf, totalOf, useBasket, useProductName, type Market } from './market.ts'
import { marketMessages } from './messages.ts'
import { ProveSteps } from './prove-steps.tsx'
import { SlotChoice } from './slot-choice.tsx'
import { openPayment } from './open-payment.ts'

/** From the basket to the provider's page: who, when, and the order that keeps the packs. */
export function CheckoutPage() {
  const t = useT(marketMessages)
  const { villageId = '' } = useParams()
  const market = useAnswer('/api/villages/{villageId}/market', { villageId })
  const me = useAnswer('/api/villages/{villageId}/market/me', { villageId })
  const customer = me.data?.customer
  const error = market.error ?? me.error
  return (
    <Page title={t('checkout')} back={`/market/${villageId}`} step={customer ? 'order' : 'prove'}>
      {(market.isPending || me.isPending) && <Skeleton count={4} />}
      {error !== null && <ErrorState error={error} onRetry={() => void market.refetch()} />}
      {market.isSuccess && <BasketLines market={market.data} villageId={villageId} />}
      {market.isSuccess && customer === null && (
        <ProveSteps
          villageId={villageId}
          isDemonstration={market.data.isDemonstration}
          onProved={() => void me.refetch()}
        />
      )}
      {market.isSuccess && customer && (
        <OrderForm
          market={market.data}
          villageId={villageId}
          me={customer}
          onLeave={() => void me.refetch()}
        />
      )}
    </Page>
  )
}

function BasketLines({ market, villageId }: { market: Market; villageId: string }) {
  const t = useT(marketMessages)
  const format = useFormat()
  const nameOf = useProductName()
  const [basket] = useBasket(villageId)
  const chosen = chosenOf(basket, market.products)
  if (chosen.length === 0)
    return (
      <>
        <p className="soft">{t('basketEmpty')}</p>
        <LinkButton to={`/market/${villageId}`}>{t('toMarket')}</LinkButton>
      </>
    )
  return (
    <Section title={t('basket')}>
      <List label={t('basket')}>
        {chosen.map(({ product, count }) => (
          <ListRow
            key={product.productId}
            title={nameOf(product)}
            note={`${t('packs', { count })} · ${t('each', { grams: format.number(product.netGrams) })}`}
            end={format.money(count * product.priceFen)}
          />
        ))}
        <ListRow title={<strong>{t('total')}</strong>} value={format.money(totalOf(chosen))} />
      </List>
    </Section>
  )
}

interface Me {
  phone: string
  name: string | null
  address: string | null
}

type OrderBody = Parameters<typeof post<'/api/villages/{villageId}/market/orders'>>[2]

function OrderForm({
  market,
  villageId,
  me,
  onLeave,
}: {
  market: Market
  villageId: string
  me: Me
  onLeave: () => void
}) {
  const [, navigate] = useLocation()
  const [basket, , clearBasket] = useBasket(villageId)
  const chosen = chosenOf(basket, market.products)
  const place = useCommand(
    (body: OrderBody, idempotencyKey) =>
      post('/api/villages/{villageId}/market/orders', { villageId }, body, { idempotencyKey }),
    ({ number }) => {
      clearBasket()
      void openPayment(villageId, number).catch(() => {
        // The order's own page says what is wrong, and lets one try again.
        navigate(`/market/${villageId}/orders/${number}`)
      })
    },
  )
  if (chosen.length === 0 && !place.isSuccess) return null
  return (
    <>
      <Leave villageId={villageId} phone={me.phone} onLeave={onLeave} />
      <OrderFields
        slots={market.slots}
        me={me}
        totalFen={totalOf(chosen)}
        error={place.error}
        isBusy={place.isPending || place.isSuccess}
        onPlace={(said) =>
          place.mutate({
            ...said,
            items: chosen.map(({ product, count }) => ({ productId: product.productId, count })),
            totalFen: totalOf(chosen),
          })
        }
      />
    </>
  )
}

function Leave({
  villageId,
  phone,
  onLeave,
}: {
  villageId: string
  phone: string
  onLeave: () => void
}) {
  const t = useT(marketMessages)
  const leave = useCommand(
    (_: null, idempotencyKey) =>
      post('/api/villages/{villageId}/market/sign-out', { villageId }, {}, { idempotencyKey }),
    onLeave,
  )
  return (
    <p className="soft">
      {t('signedInAs', { phone })}{' '}
      <Button kind="quiet" busy={leave.isPending} onClick={() => leave.mutate(null)}>
        {t('leave')}
      </Button>
    </p>
  )
}

function OrderFields({
  slots,
  me,
  totalFen,
  error,
  isBusy,
  onPlace,
}: {
  slots: Market['slots']
  me: Me
  totalFen: number
  error: Error | null
  isBusy: boolean
  onPlace: (said: Pick<OrderBody, 'slotId' | 'name' | 'address'>) => void
}) {
  const t = useT(marketMessages)
  const format = useFormat()
  const [slotId, setSlot] = useState('')
  const [name, setName] = useState(me.name ?? '')
  const [address, setAddress] = useState(me.address ?? '')
  const [isAsked, setAsked] = useState(false)
  const slot = slots.find((one) => one.slotId === slotId)
  const needsAddress = slot?.kind === 'delivery'
  const missing = (text: string) => (isAsked && text.trim() === '' ? t('missing') : undefined)
  const submit = () => {
    setAsked(true)
    if (slot === undefined || name.trim() === '' || (needsAddress && address.trim() === '')) return
    onPlace({ slotId, name, address: needsAddress ? address : null })
  }
  return (
    <Form onSubmit={submit}>
      <SlotChoice
        slots={slots}
        value={slotId}
        error={isAsked && slot === undefined ? t('chooseSlot') : undefined}
        onChange={setSlot}
      />
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        name="name"
        autoComplete="name"
        value={name}
        error={missing(name)}
        onChange={setName}
        maxLength={20}
      />
      {needsAddress && (
        <TextField
          label={t('address')}
          name="address"
          autoComplete="street-address"
          value={address}
          error={missing(address)}
          onChange={setAddress}
          maxLength={120}
        />
      )}
      <p className="soft small">{t('privacy')}</p>
      <ProblemNotice error={error} />
      <Button kind="primary" submit wide busy={isBusy}>
        {t('place', { total: format.money(totalFen) })}
      </Button>
      <p className="soft small">{t('keptWords')}</p>
    </Form>
  )
}
