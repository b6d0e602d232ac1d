import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { When } from '../../ui/when.tsx'
import { toneOf } from './market.ts'
import { marketMessages } from './messages.ts'
import { ProveSteps } from './prove-steps.tsx'

/** A customer's orders, after the telephone was proved. */
export function OwnOrdersPage() {
  const t = useT(marketMessages)
  const format = useFormat()
  const { villageId = '' } = useParams()
  const market = useAnswer('/api/villages/{villageId}/market', { villageId })
  const me = useAnswer('/api/villages/{villageId}/market/me', { villageId })
  const customer = me.data?.customer
  return (
    <Page
      title={t('orders')}
      back={`/market/${villageId}`}
      step={customer ? 'list' : 'prove'}
      {...(customer ? { lead: t('signedInAs', { phone: customer.phone }) } : {})}
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
      {customer && customer.orders.length === 0 && (
        <>
          <p className="soft">{t('noOrders')}</p>
          <LinkButton to={`/market/${villageId}`}>{t('toMarket')}</LinkButton>
        </>
      )}
      {customer && customer.orders.length > 0 && (
        <List label={t('orders')}>
          {customer.orders.map((order) => (
            <ListRow
              key={order.number}
              title={order.number}
              note={<When at={order.placedAt} />}
              value={format.money(order.totalFen)}
              end={<StateBadge tone={toneOf[order.state]}>{t(`state_${order.state}`)}</StateBadge>}
              to={`/market/${villageId}/orders/${order.number}`}
            />
          ))}
        </List>
      )}
      {customer && customer.looks.length > 0 && (
        <Section title={t('looks')}>
          <List label={t('looks')}>
            {customer.looks.map(({ why, lookedAt }) => (
              <ListRow key={lookedAt} title={t(`look_${why}`)} note={<When at={lookedAt} />} />
            ))}
          </List>
        </Section>
      )}
    </Page>
  )
}
