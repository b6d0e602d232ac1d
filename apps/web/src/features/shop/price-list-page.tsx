import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { useNow } from '../../app/use-now.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Span } from '../../ui/when.tsx'
import type { Answer } from '@azalea/client'
import { shopMessages } from './messages.ts'
import { inWords } from './shop.ts'
import './shop.css'

type PriceList = Answer<'/api/villages/{villageId}/shop'>

/** What there is for how many points, for anybody; to read, or to print and hang up. */
export function PriceListPage() {
  const t = useT(shopMessages)
  const { villageId = '' } = useParams()
  const prices = useAnswer('/api/villages/{villageId}/shop', { villageId })
  return (
    <div>
      <div className="shop-paper__tools">
        <Page title={t('priceTools')} lead={t('priceHint')} back="/" wide>
          {prices.isPending && <Skeleton count={6} />}
          {prices.isError && (
            <ErrorState error={prices.error} onRetry={() => void prices.refetch()} />
          )}
          {prices.isSuccess && (
            <ButtonRow>
              <Button kind="primary" icon={PrinterIcon} onClick={() => window.print()}>
                {t('print')}
              </Button>
            </ButtonRow>
          )}
        </Page>
      </div>
      {prices.isSuccess && <Paper prices={prices.data} />}
    </div>
  )
}

function Paper({ prices }: { prices: PriceList }) {
  const t = useT(shopMessages)
  const format = useFormat()
  const now = useNow()
  const { villageId = '' } = useParams()
  const answer = useAnswer('/api/villages/{villageId}/wallet-closing', { villageId })
  const closing = answer.data?.closing ?? null
  const most = closing?.atMostHundredths ?? null
  return (
    <article className="shop-paper">
      <h2>
        <span>{prices.villageName}</span> <span>{t('priceList')}</span>
      </h2>
      <PriceTable goods={prices.goods} />
      <h3>{t('openings')}</h3>
      {prices.openings.length === 0 ? (
        <p>{t('neverOpens')}</p>
      ) : (
        <ul>
          {prices.openings.map(({ openingId, opensAt, closesAt }) => (
            <li key={openingId}>
              <Span from={opensAt} to={closesAt} dated />
            </li>
          ))}
        </ul>
      )}
      {closing !== null && (
        <p>
          <strong>
            {t(closing.policy === 'reset' ? 'resetOn' : 'carryOverOn', {
              day: format.fullDay(closing.closesOn),
              share: format.percent((closing.keepPermille ?? 0) / 1000),
            })}
            {most !== null && <> {t('carryOverMost', { points: format.points(most) })}</>}
          </strong>
        </p>
      )}
      <p>{t('asOf', { at: format.full(now) })}</p>
    </article>
  )
}

function PriceTable({ goods }: Pick<PriceList, 'goods'>) {
  const t = useT(shopMessages)
  const format = useFormat()
  const language = useLanguage()
  return (
    <table>
      <thead>
        <tr>
          {(['good', 'price', 'inStock', 'givenBack'] as const).map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {goods.map((good) => (
          <tr key={good.goodRef}>
            <td>{inWords(good.name, language)}</td>
            <td className="shop-paper__number">{format.points(good.pointsHundredths)}</td>
            <td className="shop-paper__number">
              {good.closed === null ? format.number(good.leftQuantity) : t(`closed_${good.closed}`)}
            </td>
            <td>
              {good.returnDays > 0
                ? t('returnWithin', { count: good.returnDays })
                : t('notReturnable')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
