import { CashRegisterIcon } from '@phosphor-icons/react/dist/csr/CashRegister'
import { HandbagIcon } from '@phosphor-icons/react/dist/csr/Handbag'
import { post } from '../../app/api.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Span, When } from '../../ui/when.tsx'
import { marketDeskMessages } from './desk-messages.ts'
import { toneOf, useProductName, type Desk } from './market.ts'
import { marketMessages } from './messages.ts'
import { PointForm, ProductForm, SlotForm } from './desk-forms.tsx'

/** The market's desk: prices, hours, orders. */
export function DeskPage() {
  const t = useT(marketDeskMessages)
  const { session } = useSession()
  const desk = useAnswer('/api/market/desk')
  const keeps = hasRole(session, ['committee', 'technician'])
  return (
    <Page title={t('title')} lead={t('lead')} back="/workbench">
      {keeps && (
        <ButtonRow>
          <LinkButton icon={HandbagIcon} to="/workbench/market/hand-over">
            {t('handOver')}
          </LinkButton>
          <LinkButton icon={CashRegisterIcon} to="/workbench/market/till">
            {t('till')}
          </LinkButton>
          <LinkButton kind="quiet" to={`/market/${session?.village.villageId ?? ''}`}>
            {t('publicPage')}
          </LinkButton>
        </ButtonRow>
      )}
      {desk.isPending && <Skeleton count={5} />}
      {desk.isError && <ErrorState error={desk.error} onRetry={() => void desk.refetch()} />}
      {desk.isSuccess && (
        <>
          {desk.data.failedRefunds > 0 && (
            <Notice kind="wrong">{t('failedRefunds', { count: desk.data.failedRefunds })}</Notice>
          )}
          <Products desk={desk.data} keeps={keeps} />
          {keeps && <ProductForm stock={desk.data.stock} />}
          <Slots slots={desk.data.slots} keeps={keeps} />
          {keeps && <SlotForm points={desk.data.points} />}
          {keeps && <PointForm />}
        </>
      )}
      <LatestOrders />
    </Page>
  )
}

function Products({ desk, keeps }: { desk: Desk; keeps: boolean }) {
  const t = useT(marketDeskMessages)
  return (
    <Section title={t('products')}>
      {desk.products.length === 0 && <p className="soft">{t('productsNone')}</p>}
      <ul className="list" aria-label={t('products')}>
        {desk.products.map((product) => (
          <ProductLine key={product.productId} product={product} keeps={keeps} />
        ))}
      </ul>
    </Section>
  )
}

function ProductLine({ product, keeps }: { product: Desk['products'][number]; keeps: boolean }) {
  const t = useT(marketDeskMessages)
  const format = useFormat()
  const nameOf = useProductName()
  const id = product.productId
  const confirm = useCommand((_: null, idempotencyKey) =>
    post('/api/market/products/{id}/confirm', { id }, {}, { idempotencyKey }),
  )
  const withdraw = useCommand((_: null, idempotencyKey) =>
    post('/api/market/products/{id}/withdraw', { id }, {}, { idempotencyKey }),
  )
  const { isOffered, canConfirm } = product
  return (
    <li>
      <strong>{nameOf(product)}</strong> · {format.money(product.priceFen)}{' '}
      <StateBadge tone={isOffered ? 'done' : 'waiting'}>
        {t(isOffered ? 'onSale' : 'waits')}
      </StateBadge>
      <br />
      <span className="soft small">
        {product.crop} · {format.number(product.netGrams)} g · {t('left', { count: product.left })}{' '}
        · {t('proposed', { name: product.proposedByName ?? '' })}
      </span>
      <ProblemNotice error={confirm.error ?? withdraw.error} />
      {!isOffered && !canConfirm.ok && <p className="soft small">{canConfirm.sentence}</p>}
      <ButtonRow>
        {!isOffered && canConfirm.ok && (
          <Button busy={confirm.isPending} onClick={() => confirm.mutate(null)}>
            {t('confirm')}
          </Button>
        )}
        {keeps && (
          <Button kind="quiet" busy={withdraw.isPending} onClick={() => withdraw.mutate(null)}>
            {t(isOffered ? 'withdraw' : 'drop')}
          </Button>
        )}
      </ButtonRow>
    </li>
  )
}

function Slots({ slots, keeps }: { slots: Desk['slots']; keeps: boolean }) {
  const t = useT(marketDeskMessages)
  return (
    <Section title={t('slots')}>
      {slots.length === 0 && <p className="soft">{t('slotsNone')}</p>}
      <List label={t('slots')}>
        {slots.map((slot) => (
          <ListRow
            key={slot.slotId}
            title={`${t(slot.kind)} · ${slot.name}`}
            note={<Span from={slot.startsAt} to={slot.endsAt} dated />}
            end={t('taken', { taken: slot.taken, capacity: slot.capacity })}
            {...(keeps ? { to: `/workbench/market/slots/${slot.slotId}` } : {})}
          />
        ))}
      </List>
    </Section>
  )
}

function LatestOrders() {
  const t = useT(marketDeskMessages)
  const tOrder = useT(marketMessages)
  const format = useFormat()
  const orders = useAnswer('/api/market/orders')
  return (
    <Section title={t('latest')}>
      {orders.isPending && <Skeleton count={3} />}
      {orders.isError && <ErrorState error={orders.error} onRetry={() => void orders.refetch()} />}
      {orders.isSuccess && orders.data.items.length === 0 && (
        <p className="soft">{t('latestNone')}</p>
      )}
      <List label={t('latest')}>
        {(orders.data?.items ?? []).map((order) => (
          <ListRow
            key={order.number}
            title={`${order.number} · ${order.customerName ?? t('till_')}`}
            note={<When at={order.placedAt} />}
            value={format.money(order.totalFen)}
            end={
              <StateBadge tone={toneOf[order.state]}>{tOrder(`state_${order.state}`)}</StateBadge>
            }
          />
        ))}
      </List>
    </Section>
  )
}
