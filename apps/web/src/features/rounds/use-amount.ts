import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { roundMessages } from './messages.ts'
import type { PriceUnit } from './rounds.ts'

/** Says grams in the unit in which a round is priced, so that a page has one unit. */
export function useAmount(unit: PriceUnit): (grams: number) => string {
  const t = useT(roundMessages)
  const format = useFormat()
  return (grams) => t(`amount_${unit}`, { amount: format.weight(grams, unit) })
}
