import { BasketIcon } from '@phosphor-icons/react/dist/csr/Basket'
import { MinusIcon } from '@phosphor-icons/react/dist/csr/Minus'
import { PlantIcon } from '@phosphor-icons/react/dist/csr/Plant'
import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { ReceiptIcon } from '@phosphor-icons/react/dist/csr/Receipt'
import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Day } from '../../ui/when.tsx'
import { adoptionMessages } from './adoption-messages.ts'
import {
  chosenOf,
  totalOf,
  useBasket,
  useProductName,
  type Market,
  type Product,
} from './market.ts'
import { marketMessages } from './messages.ts'

/** What the village sells to people of the city: choose into a basket, without an account. */
export function MarketPage() {
  const t = useT(marketMessages)
  const { villageId = '' } = useParams()
  const market = useAnswer('/api/villages/{villageId}/market', { villageId })
  if (market.isSuccess) return <Shown market={market.data} villageId={villageId} />
  return (
    <Page title={t('title')}>
      {market.isPending && <Skeleton count={5} />}
      {market.isError && <ErrorState error={market.error} onRetry={() => void market.refetch()} />}
    </Page>
  )
}

function Shown({ market, villageId }: { market: Market; villageId: string }) {
  const t = useT(marketMessages)
  const ta = useT(adoptionMessages)
  const [basket, setBasket] = useBasket(villageId)
  const chosen = chosenOf(basket, market.products)
  const change = (product: Product, by: number) =>
    setBasket((before) => {
      const count = Math.min(product.left, Math.max(0, (before[product.productId] ?? 0) + by))
      return { ...before, [product.productId]: count }
    })
  return (
    <Page
      title={t('title')}
      lead={t('lead', { village: market.villageName })}
      actions={
        <>
          <LinkButton kind="quiet" icon={PlantIcon} to={`/market/${villageId}/adoptions`}>
            {ta('toAdoptions')}
          </LinkButton>
          <LinkButton kind="quiet" icon={ReceiptIcon} to={`/market/${villageId}/orders`}>
            {t('orders')}
          </LinkButton>
        </>
      }
    >
      {!market.takesPayments && <Notice kind="waiting">{t('offline')}</Notice>}
      {market.products.length === 0 ? (
        <p className="soft">{t('none')}</p>
      ) : (
        <Section title={t('goods')}>
          <ul className="market-goods" aria-label={t('goods')}>
            {market.products.map((product) => (
              <Good
                key={product.productId}
                product={product}
                count={chosen.find((one) => one.product === product)?.count ?? 0}
                onChange={(by) => change(product, by)}
              />
            ))}
          </ul>
          <p className="soft small">{t('traceHint')}</p>
        </Section>
      )}
      {market.takesPayments && <BasketBar chosen={chosen} villageId={villageId} />}
    </Page>
  )
}

function Good({
  product,
  count,
  onChange,
}: {
  product: Product
  count: number
  onChange: (by: number) => void
}) {
  const t = useT(marketMessages)
  const format = useFormat()
  const nameOf = useProductName()
  const name = nameOf(product)
  const { left, bestBefore } = product
  return (
    <li className="market-good">
      <div className="market-good__words">
        <strong className="market-good__name">{name}</strong>
        <span className="soft">{t('each', { grams: format.number(product.netGrams) })}</span>
        {bestBefore !== null && (
          <span className="soft small">
            {t('keeps')} <Day day={bestBefore} />
          </span>
        )}
      </div>
      <div className="market-good__side">
        <span className="market-good__price">{format.money(product.priceFen)}</span>
        <span className="soft small">
          {left === 0 ? t('soldOut') : left >= 50 ? t('plenty') : t('left', { count: left })}
        </span>
      </div>
      <div className="market-stepper">
        <button
          type="button"
          className="market-stepper__button"
          aria-label={t('less', { product: name })}
          aria-disabled={count === 0 || undefined}
          onClick={() => onChange(-1)}
        >
          <Icon of={MinusIcon} />
        </button>
        <output className="market-stepper__count" aria-label={t('inBasket', { count })}>
          {count}
        </output>
        <button
          type="button"
          className="market-stepper__button"
          aria-label={t('more', { product: name })}
          aria-disabled={count >= left || undefined}
          onClick={() => onChange(1)}
        >
          <Icon of={PlusIcon} />
        </button>
      </div>
    </li>
  )
}

/** What is in the basket, always in sight at the foot of the page. */
function BasketBar({
  chosen,
  villageId,
}: {
  chosen: ReturnType<typeof chosenOf>
  villageId: string
}) {
  const t = useT(marketMessages)
  const format = useFormat()
  const count = chosen.reduce((sum, one) => sum + one.count, 0)
  if (count === 0) return null
  return (
    <section className="market-basket" aria-label={t('basket')}>
      <span className="market-basket__words">
        <span className="soft small">{t('packs', { count })}</span>
        <strong className="market-basket__total">{format.money(totalOf(chosen))}</strong>
      </span>
      <LinkButton kind="primary" icon={BasketIcon} to={`/market/${villageId}/checkout`}>
        {t('toCheckout')}
      </LinkButton>
    </section>
  )
}
