import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { voucherMessages } from './messages.ts'
import type { Offered } from './vouchers.ts'

type Terms = Pick<Offered, 'valueFen' | 'inParts' | 'unspent' | 'merchants'> & {
  validDays?: number
}

/** What a voucher is worth, where and how long, as it reads before it is bought. */
export function KindTerms({ kind }: { kind: Terms }) {
  const t = useT(voucherMessages)
  const format = useFormat()
  const where = kind.merchants.map(({ name, place }) => t('placeOf', { name, place }))
  return (
    <ul className="voucher__terms">
      <li>
        {t('worth', { value: format.money(kind.valueFen) })} ·{' '}
        {t(kind.inParts ? 'inParts' : 'atOnce')}
      </li>
      <li>{t('takenAt', { where: where.join(t('between')) })}</li>
      {kind.validDays !== undefined && <li>{t('validDays', { count: kind.validDays })}</li>}
      <li>{t(kind.unspent)}</li>
    </ul>
  )
}
