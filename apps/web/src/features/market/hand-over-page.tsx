import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Finished } from '../../ui/finished.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { marketDeskMessages } from './desk-messages.ts'
import { toneOf, useProductName, type Found } from './market.ts'
import { marketMessages } from './messages.ts'

/** A customer says the code; what is given is compared pack by pack. */
export function HandOverPage() {
  const t = useT(marketDeskMessages)
  const [word, setWord] = useState('')
  const [asked, setAsked] = useState('')
  return (
    <Page title={t('handOver')} lead={t('handOverLead')} back="/workbench/market">
      <Form onSubmit={() => setAsked(word.trim())}>
        <CodeField kind="plate" label={t('word')} value={word} onChange={setWord} maxLength={20} />
        <Button submit disabled={word.trim() === ''}>
          {t('find')}
        </Button>
      </Form>
      {asked !== '' && (
        <FoundOrder
          key={asked}
          word={asked}
          onNext={() => {
            setWord('')
            setAsked('')
          }}
        />
      )}
    </Page>
  )
}

function FoundOrder({ word, onNext }: { word: string; onNext: () => void }) {
  const found = useAnswer('/api/market/orders/find', { word }, { retry: false })
  if (found.isPending) return <Skeleton count={3} />
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  return <HandOver order={found.data} onNext={onNext} />
}

function HandOver({ order, onNext }: { order: Found; onNext: () => void }) {
  const t = useT(marketDeskMessages)
  const tOrder = useT(marketMessages)
  const format = useFormat()
  const nameOf = useProductName()
  const recalled = order.packs.filter((pack) => pack.isRecalled).map(({ number }) => number)
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set(recalled))
  const id = order.orderId
  const give = useCommand((body: { missing: string[] }, idempotencyKey) =>
    post('/api/market/orders/{id}/hand-over', { id }, body, { idempotencyKey }),
  )
  if (give.isSuccess) {
    const { refundFen } = give.data
    const words = refundFen === 0 ? t('given') : t('givenBut', { amount: format.money(refundFen) })
    return <Finished words={words} more={{ label: t('next'), onMore: onNext }} />
  }
  return (
    <Section title={order.number}>
      <p>
        {order.customerName !== null && t('whose', { name: order.customerName })}{' '}
        <StateBadge tone={toneOf[order.state]}>{tOrder(`state_${order.state}`)}</StateBadge>
      </p>
      <List label={order.number}>
        {order.lines.map((line) => (
          <ListRow
            key={line.productId}
            title={nameOf(line)}
            note={t('packsEach', { count: line.count })}
            end={format.money(line.count * line.priceFen)}
          />
        ))}
      </List>
      {order.state === 'paid' && (
        <Form onSubmit={() => give.mutate({ missing: [...missing] })}>
          <h3>{t('packs')}</h3>
          {order.packs.map(({ number, isRecalled }) => (
            <Checkbox
              key={number}
              label={
                <>
                  <strong>{number}</strong> · {t('isMissing')}
                </>
              }
              {...(isRecalled ? { hint: t('isRecalled') } : {})}
              checked={missing.has(number)}
              onChange={(isMissing) => {
                const next = new Set(missing)
                if (isMissing) next.add(number)
                else next.delete(number)
                setMissing(next)
              }}
            />
          ))}
          <ProblemNotice error={give.error} />
          <Button kind="primary" submit wide busy={give.isPending}>
            {missing.size === 0
              ? t('give')
              : t('giveBut', { amount: format.money(missingFen(order, missing)) })}
          </Button>
        </Form>
      )}
      {order.state !== 'paid' && <Notice>{tOrder(`orderLead_${order.state}`)}</Notice>}
    </Section>
  )
}

const missingFen = (order: Found, missing: ReadonlySet<string>) =>
  order.packs.reduce((sum, { number, priceFen }) => (missing.has(number) ? sum + priceFen : sum), 0)
