import { useMutation } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Day, Span, When } from '../../ui/when.tsx'
import { toneOf, useProductName, type OwnOrder } from './market.ts'
import { marketMessages } from './messages.ts'
import { openPayment } from './open-payment.ts'
import { ProveSteps } from './prove-steps.tsx'

const LOOK_AGAIN_MILLISECONDS = 3_000

/** One order of a customer: what is to be done next, then what is in it. */
export function OrderPage() {
  const t = useT(marketMessages)
  const { villageId = '', number = '' } = useParams()
  const params = { villageId, number }
  const me = useAnswer('/api/villages/{villageId}/market/me', { villageId })
  const customer = me.data?.customer
  const order = useAnswer('/api/villages/{villageId}/market/orders/{number}', params, {
    retry: false,
    enabled: customer !== null && customer !== undefined,
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'reserved' && data.wasAsked ? LOOK_AGAIN_MILLISECONDS : false,
  })
  const error = me.error ?? order.error
  if (order.isSuccess) return <Shown order={order.data} villageId={villageId} />
  return (
    <Page title={t('order', { number })} back={`/market/${villageId}/orders`}>
      {error === null && customer !== null && <Skeleton count={4} />}
      {customer === null && (
        <ProveSteps
          villageId={villageId}
          isDemonstration={false}
          onProved={() => void me.refetch()}
        />
      )}
      {error !== null && (
        <ErrorState
          error={error}
          onRetry={() => void (me.isError ? me.refetch() : order.refetch())}
        />
      )}
    </Page>
  )
}

function Shown({ order, villageId }: { order: OwnOrder; villageId: string }) {
  const t = useT(marketMessages)
  const format = useFormat()
  const { number, state, slot } = order
  const isRecalled = order.packs.some((pack) => pack.isRecalled && !pack.isMissing)
  return (
    <Page
      title={t('order', { number })}
      lead={t(`orderLead_${state}`)}
      back={`/market/${villageId}/orders`}
      step={state}
    >
      {isRecalled && <Notice kind="wrong">{t('recalledWords')}</Notice>}
      {order.code !== null && (
        <Section title={t('pickUpCode')}>
          <p className="market-code">{order.code}</p>
        </Section>
      )}
      {state === 'reserved' && <PaySteps order={order} villageId={villageId} />}
      <Facts
        facts={[
          {
            label: t('total'),
            value: (
              <>
                {format.money(order.totalFen)}{' '}
                <StateBadge tone={toneOf[state]}>{t(`state_${state}`)}</StateBadge>
              </>
            ),
          },
        ]}
      />
      {slot !== null && (
        <List label={t(slot.kind)}>
          <ListRow
            title={`${t(slot.kind)} · ${slot.name}`}
            note={
              <>
                <Span from={slot.startsAt} to={slot.endsAt} dated />
                <br />
                {order.address ?? slot.place}
              </>
            }
          />
        </List>
      )}
      {order.refunds.map((refund) => (
        <Notice
          key={`${refund.because} ${refund.amountFen}`}
          kind={refund.state === 'done' ? 'done' : refund.state === 'failed' ? 'wrong' : 'waiting'}
        >
          {t('refund', { amount: format.money(refund.amountFen) })} ·{' '}
          {t(`because_${refund.because}`)} · {t(`refund_${refund.state}`)}
        </Notice>
      ))}
      <Bought order={order} villageId={villageId} />
      {order.canCancel && <Cancel order={order} villageId={villageId} />}
      <LinkButton to={`/market/${villageId}`}>{t('again')}</LinkButton>
    </Page>
  )
}

function PaySteps({ order, villageId }: { order: OwnOrder; villageId: string }) {
  const t = useT(marketMessages)
  const format = useFormat()
  const pay = useMutation({ mutationFn: () => openPayment(villageId, order.number) })
  return (
    <>
      {order.wasAsked && <Notice kind="waiting">{t('waiting')}</Notice>}
      {order.canPay && order.payBy !== null && (
        <p>
          {t('payBy')} <When at={order.payBy} />
        </p>
      )}
      <ProblemNotice error={pay.error} />
      {order.canPay && (
        <Button kind="primary" wide busy={pay.isPending} onClick={() => pay.mutate()}>
          {t('pay', { total: format.money(order.totalFen) })}
        </Button>
      )}
    </>
  )
}

function Bought({ order, villageId }: { order: OwnOrder; villageId: string }) {
  const t = useT(marketMessages)
  const format = useFormat()
  const nameOf = useProductName()
  return (
    <>
      <Section title={t('what')}>
        <List label={t('what')}>
          {order.lines.map((line) => (
            <ListRow
              key={line.productId}
              title={nameOf(line)}
              note={`${t('packs', { count: line.count })} · ${t('each', { grams: format.number(line.netGrams) })}`}
              end={format.money(line.count * line.priceFen)}
            />
          ))}
        </List>
      </Section>
      {(order.state === 'paid' || order.state === 'handed_over') && (
        <Section title={t('packsOf')}>
          <List label={t('packsOf')}>
            {order.packs.map((pack) => (
              <ListRow
                key={pack.number}
                title={pack.number}
                note={
                  pack.isMissing ? (
                    t('isMissing')
                  ) : pack.isRecalled ? (
                    t('isRecalled')
                  ) : (
                    <>
                      {t('keeps')} <Day day={pack.bestBefore} />
                    </>
                  )
                }
                to={`/t/${villageId}/${pack.number}`}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}

function Cancel({ order, villageId }: { order: OwnOrder; villageId: string }) {
  const t = useT(marketMessages)
  const format = useFormat()
  const { number } = order
  const cancel = useCommand((_: null, idempotencyKey) =>
    post(
      '/api/villages/{villageId}/market/orders/{number}/cancel',
      { villageId, number },
      {},
      { idempotencyKey },
    ),
  )
  return (
    <>
      <ProblemNotice error={cancel.error} />
      <ButtonRow>
        <Button busy={cancel.isPending} onClick={() => cancel.mutate(null)}>
          {order.state === 'paid'
            ? t('cancelPaid', { total: format.money(order.totalFen) })
            : t('cancel')}
        </Button>
      </ButtonRow>
    </>
  )
}
