import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { shopMessages } from './messages.ts'
import { inWords, type Good, type Shop } from './shop.ts'
import './shop.css'

/** A line of the price list, with what one can reserve of it. */
export function GoodLine({ good, shop }: { good: Good; shop: Shop }) {
  const t = useT(shopMessages)
  const format = useFormat()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const name = inWords(good.name, language)
  const isOffered = good.closed === null && shop.openings.length > 0
  const missing = good.pointsHundredths - shop.walletHundredths
  // What is owed is made up for first, as the page says above: until then nothing is offered.
  const isToBeHad = isOffered && missing <= 0
  return (
    <li className="good">
      <div className="good__line">
        <span className="good__words">
          <span className="list__title">{name}</span>
          <span className="list__note">
            {good.closed === null ? (
              <span>{t('left', { count: good.leftQuantity })}</span>
            ) : (
              <StateBadge tone="past">{t(`closed_${good.closed}`)}</StateBadge>
            )}
            <span>
              {good.returnDays > 0
                ? t('returnable', { count: good.returnDays })
                : t('notReturnable')}
            </span>
          </span>
        </span>
        <span className="good__price">
          <strong>{format.points(good.pointsHundredths)}</strong>{' '}
          {t('points', { count: good.pointsHundredths / 100 })}
        </span>
        {isToBeHad && !isOpen && (
          <Button label={t('reserveLabel', { name })} onClick={() => setOpen(true)}>
            {t('reserve')}
          </Button>
        )}
      </div>
      {isOffered && missing > 0 && shop.walletHundredths >= 0 && (
        <p className="soft">{t('tooDear', { points: format.points(missing) })}</p>
      )}
      {isOpen && <Reserve good={good} shop={shop} />}
    </li>
  )
}

function Reserve({ good, shop }: { good: Good; shop: Shop }) {
  const t = useT(shopMessages)
  const format = useFormat()
  const language = useLanguage()
  const [quantity, setQuantity] = useState<number | null>(1)
  const reserve = useCommand((count: number, idempotencyKey) =>
    post('/api/shop/purchases', {}, { goodRef: good.goodRef, quantity: count }, { idempotencyKey }),
  )
  const name = inWords(good.name, language)
  if (reserve.isSuccess) {
    const made = shop.purchases.find(({ purchaseId }) => purchaseId === reserve.data.purchaseId)
    return (
      <Notice kind="done">
        {t('reservedNow', {
          points: format.points((reserve.variables ?? 0) * good.pointsHundredths),
          until: made === undefined ? '' : format.until(made.fetchUntil),
        })}
      </Notice>
    )
  }
  const total = (quantity ?? 0) * good.pointsHundredths
  const missing = total - shop.walletHundredths
  return (
    <div className="stack">
      <NumberField whole label={t('howMany', { name })} value={quantity} onChange={setQuantity} />
      <p>
        {missing > 0
          ? t('tooDear', { points: format.points(missing) })
          : t('costs', { points: format.points(total) })}
      </p>
      <ProblemNotice error={reserve.error} />
      {missing <= 0 && (
        <Button
          kind="primary"
          busy={reserve.isPending}
          onClick={() => quantity !== null && quantity > 0 && reserve.mutate(quantity)}
        >
          {t('reserve')}
        </Button>
      )}
    </div>
  )
}
