import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Finished } from '../../ui/finished.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { marketDeskMessages } from './desk-messages.ts'
import { useProductName, type Desk } from './market.ts'

type TillBody = Parameters<typeof post<'/api/market/till'>>[2]

/** Sold on the spot, at the New Year market or at the gate: for cash, packs that expire first. */
export function TillPage() {
  const t = useT(marketDeskMessages)
  const desk = useAnswer('/api/market/desk')
  const [sales, setSales] = useState(0)
  return (
    <Page title={t('till')} lead={t('tillLead')} back="/workbench/market">
      {desk.isPending && <Skeleton count={4} />}
      {desk.isError && <ErrorState error={desk.error} onRetry={() => void desk.refetch()} />}
      {desk.isSuccess && (
        <Sale
          key={sales}
          products={desk.data.products.filter(({ isOffered }) => isOffered)}
          onNext={() => setSales((count) => count + 1)}
        />
      )}
    </Page>
  )
}

function Sale({ products, onNext }: { products: Desk['products']; onNext: () => void }) {
  const t = useT(marketDeskMessages)
  const format = useFormat()
  const nameOf = useProductName()
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map())
  const sell = useCommand((body: TillBody, idempotencyKey) =>
    post('/api/market/till', {}, body, { idempotencyKey }),
  )
  if (sell.isSuccess)
    return (
      <Finished
        words={
          <>
            {t('sold', { total: format.money(sell.data.totalFen) })}
            <ul>
              {sell.data.packs.map((number) => (
                <li key={number}>
                  <strong>{number}</strong>
                </li>
              ))}
            </ul>
          </>
        }
        more={{ label: t('more'), onMore: onNext }}
      />
    )
  const items = products.flatMap(({ productId }) => {
    const count = counts.get(productId) ?? 0
    return count > 0 ? [{ productId, count }] : []
  })
  const totalFen = products.reduce(
    (sum, { productId, priceFen }) => sum + (counts.get(productId) ?? 0) * priceFen,
    0,
  )
  return (
    <Form onSubmit={() => sell.mutate({ items, totalFen })}>
      {products.length === 0 && <p className="soft">{t('productsNone')}</p>}
      {products.map((product) => (
        <NumberField
          key={product.productId}
          label={nameOf(product)}
          hint={t('each', { price: format.money(product.priceFen), left: product.left })}
          whole
          value={counts.get(product.productId) ?? null}
          onChange={(count) => setCounts(new Map([...counts, [product.productId, count ?? 0]]))}
        />
      ))}
      <Stats>
        <Stat label={t('total')} value={format.money(totalFen)} />
      </Stats>
      <ProblemNotice error={sell.error} />
      <Button kind="primary" submit wide disabled={items.length === 0} busy={sell.isPending}>
        {t('sell', { total: format.money(totalFen) })}
      </Button>
    </Form>
  )
}
