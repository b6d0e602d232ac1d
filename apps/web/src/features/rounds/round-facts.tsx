import { Facts } from '../../ui/facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { roundMessages } from './messages.ts'
import type { RoundDesk } from './rounds.ts'
import { useAmount } from './use-amount.ts'

type Told = Pick<
  RoundDesk,
  'grades' | 'priceUnit' | 'beginsAt' | 'endsAt' | 'collectionPoint' | 'wantedGrams'
>

/** What a round buys, at which price, when and where. */
export function RoundFacts({ round }: { round: Told }) {
  const t = useT(roundMessages)
  const format = useFormat()
  const { grades, priceUnit, beginsAt, endsAt, collectionPoint, wantedGrams } = round
  const amount = useAmount(priceUnit)
  const unit = t(`unit_${priceUnit}`)
  const prices = grades.map(({ grade, fen }) =>
    t('price', { grade: t(`grade_${grade}`), money: format.money(fen), unit }),
  )
  const facts = [
    { label: t('prices'), value: prices.join(t('between')) },
    { label: t('hours'), value: format.span(beginsAt, endsAt) },
    { label: t('point'), value: collectionPoint },
    { label: t('wanted'), value: amount(wantedGrams) },
  ]
  return <Facts facts={facts} />
}
