import { formatQuantity } from '@azalea/scoring'
import type { OfferUnit, SayQuantity } from '@azalea/scoring/order'
import type { Language } from '../../platform/http/language.ts'

const FROM_GRAMS = 500
const FROM_MINUTES = 60

/** Writes an amount of an offer as people say it. */
export function inUnit(unit: OfferUnit | null, language: Language): SayQuantity {
  if (unit !== null) return (quantity) => formatQuantity(quantity, unit, language)
  return (quantity) => inEveryMeasure(quantity, language)
}

/** A rule that stands alone holds for offers of every unit: what it means by weight, by time, by count. */
function inEveryMeasure(quantity: number, language: Language): string {
  const units: OfferUnit[] = [
    ...(quantity >= FROM_GRAMS ? (['kg'] as const) : []),
    ...(quantity >= FROM_MINUTES ? (['hour'] as const) : []),
    'piece',
  ]
  const said = units.map((unit) => formatQuantity(quantity, unit, language))
  return said.join(language === 'zh' ? '或 ' : ' or ')
}
