import { QrCodeIcon } from '@phosphor-icons/react/dist/csr/QrCode'
import { StorefrontIcon } from '@phosphor-icons/react/dist/csr/Storefront'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { useNow } from '../../app/use-now.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Span } from '../../ui/when.tsx'
import { GoodLine } from './good-line.tsx'
import { shopMessages } from './messages.ts'
import { inWords, stateOf, tones, type Purchase, type Shop } from './shop.ts'

/** What my household can have for its points, what it has reserved, and its code for the counter. */
export function ShopPage() {
  const t = useT(shopMessages)
  const shop = useAnswer('/api/shop')
  const days = shop.data?.fetchWithinDays ?? 7
  return (
    <Page title={t('title')} lead={t('lead', { days })} back="/me">
      {shop.isPending && <Skeleton count={5} />}
      {shop.isError && <ErrorState error={shop.error} onRetry={() => void shop.refetch()} />}
      {shop.data !== undefined && <Loaded shop={shop.data} />}
    </Page>
  )
}

function Loaded({ shop }: { shop: Shop }) {
  const t = useT(shopMessages)
  const format = useFormat()
  const { walletHundredths, heldHundredths } = shop
  const villageId = useSession().session?.village.villageId ?? ''
  return (
    <>
      <Stats>
        <Stat
          label={t('wallet')}
          value={format.points(Math.max(0, walletHundredths))}
          unit={t('points', { count: Math.max(0, walletHundredths) / 100 })}
          to="/me/points?unit=wallet"
        />
        {heldHundredths > 0 && (
          <Stat
            label={t('held')}
            value={format.points(heldHundredths)}
            unit={t('points', { count: heldHundredths / 100 })}
          />
        )}
      </Stats>
      {walletHundredths < 0 && (
        <Notice kind="waiting">{t('owed', { points: format.points(-walletHundredths) })}</Notice>
      )}
      <NextOpening openings={shop.openings} />
      <ButtonRow>
        <LinkButton to="/me/shop/code" icon={QrCodeIcon}>
          {t('myCode')}
        </LinkButton>
        <LinkButton kind="quiet" to={`/v/${villageId}/shop`}>
          {t('toPriceList')}
        </LinkButton>
      </ButtonRow>
      <Purchases purchases={shop.purchases} />
      <Section title={t('goods')}>
        {shop.goods.length === 0 && (
          <EmptyState icon={StorefrontIcon} title={t('noGoods')} hint={t('noGoodsHint')} />
        )}
        <ul className="list" aria-label={t('goods')}>
          {shop.goods.map((good) => (
            <GoodLine key={good.goodRef} good={good} shop={shop} />
          ))}
        </ul>
      </Section>
    </>
  )
}

function NextOpening({ openings }: Pick<Shop, 'openings'>) {
  const t = useT(shopMessages)
  const now = useNow()
  const [next] = openings
  if (next === undefined) return <Notice kind="waiting">{t('neverOpens')}</Notice>
  if (new Date(next.opensAt) <= now)
    return (
      <Notice kind="done">
        {t('opensNow')} <Span from={next.opensAt} to={next.closesAt} />
      </Notice>
    )
  return (
    <p>
      {t('opensNext')} <Span from={next.opensAt} to={next.closesAt} />
    </p>
  )
}

function Purchases({ purchases }: { purchases: readonly Purchase[] }) {
  const t = useT(shopMessages)
  const [isCancelled, setCancelled] = useState(false)
  const cancel = useCommand(
    (id: string, idempotencyKey) =>
      post('/api/shop/purchases/{id}/cancel', { id }, undefined, { idempotencyKey }),
    () => setCancelled(true),
  )
  return (
    <Section title={t('mine')}>
      {isCancelled && <Notice kind="done">{t('cancelled')}</Notice>}
      <ProblemNotice error={cancel.error} />
      {purchases.length === 0 ? (
        <p className="soft">{t('mineNone')}</p>
      ) : (
        <List label={t('mine')}>
          {purchases.map((purchase) => (
            <PurchaseRow
              key={purchase.purchaseId}
              purchase={purchase}
              isBusy={cancel.isPending}
              onCancel={() => cancel.mutate(purchase.purchaseId)}
            />
          ))}
        </List>
      )}
    </Section>
  )
}

function PurchaseRow({
  purchase,
  isBusy,
  onCancel,
}: {
  purchase: Purchase
  isBusy: boolean
  onCancel: () => void
}) {
  const t = useT(shopMessages)
  const format = useFormat()
  const language = useLanguage()
  const state = stateOf(purchase)
  const name = inWords(purchase.name, language)
  const isReserved = purchase.state === 'reserved'
  return (
    <>
      <ListRow
        title={`${name} × ${purchase.quantity}`}
        note={
          <>
            <StateBadge tone={tones[state]}>{t(`state_${state}`)}</StateBadge>
            {isReserved && (
              <span>{t('fetchUntil', { until: format.until(purchase.fetchUntil) })}</span>
            )}
          </>
        }
        value={format.points(purchase.pointsHundredths)}
        to={`/me/shop/purchases/${purchase.purchaseId}`}
      />
      {isReserved && (
        <li>
          <Button kind="quiet" label={t('cancelLabel', { name })} busy={isBusy} onClick={onCancel}>
            {t('cancel')}
          </Button>
        </li>
      )}
    </>
  )
}
