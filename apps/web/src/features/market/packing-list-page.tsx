import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Span } from '../../ui/when.tsx'
import { marketDeskMessages } from './desk-messages.ts'
import { useProductName, type PackingList } from './market.ts'

/** What is packed for a time and a place, and of a round where it goes: to print and take along. */
export function PackingListPage() {
  const t = useT(marketDeskMessages)
  const { id = '' } = useParams()
  const list = useAnswer('/api/market/slots/{id}/packing-list', { id })
  return (
    <div>
      <div className="market-paper__tools">
        <Page title={t('list')} lead={t('listHint')} back="/workbench/market">
          {list.isPending && <Skeleton count={5} />}
          {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
          {list.isSuccess && (
            <ButtonRow>
              <Button kind="primary" icon={PrinterIcon} onClick={() => window.print()}>
                {t('print')}
              </Button>
            </ButtonRow>
          )}
        </Page>
      </div>
      {list.isSuccess && <Paper list={list.data} />}
    </div>
  )
}

function Paper({ list }: { list: PackingList }) {
  const t = useT(marketDeskMessages)
  const { slot } = list
  const lines = useLines()
  return (
    <article className="market-paper">
      <h2>
        {t(slot.kind)} · {slot.name}
      </h2>
      <p>
        <Span from={slot.startsAt} to={slot.endsAt} dated /> · {slot.place}
      </p>
      {list.orders.length === 0 ? (
        <p>{t('listNone')}</p>
      ) : (
        <>
          <h3>{t('totals')}</h3>
          <p>{lines(list.totals)}</p>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('colOrder')}</th>
                <th scope="col">{t('colWho')}</th>
                <th scope="col">{t('colWhat')}</th>
                <th scope="col">{t('colPacks')}</th>
                <th scope="col">{t('colSign')}</th>
              </tr>
            </thead>
            <tbody>
              {list.orders.map((order) => (
                <tr key={order.number}>
                  <td>{order.number}</td>
                  <td>
                    {order.name} {order.phone}
                    {order.address !== null && <div>{order.address}</div>}
                  </td>
                  <td>{lines(order.lines)}</td>
                  <td>
                    {order.packs.map((number) => (
                      <div key={number}>{number}</div>
                    ))}
                  </td>
                  <td aria-label={t('colSign')} />
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </article>
  )
}

function useLines() {
  const t = useT(marketDeskMessages)
  const nameOf = useProductName()
  return (lines: PackingList['totals']) => (
    <>
      {lines.map((line) => (
        <div key={line.productId}>
          {nameOf(line)} {line.netGrams} g × {t('packsEach', { count: line.count })}
        </div>
      ))}
    </>
  )
}
