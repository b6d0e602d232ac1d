import { formatQuantity } from '@azalea/scoring'
import type { OfferUnit, SayQuantity } from '@azalea/scoring/order'
import type { Language } from '../../platform/http/language.ts'

/** Writes an amount of an offer as people say it; a rule that stands alone knows no unit. */
export function inUnit(unit: OfferUnit | null, language: Language): SayQuantity {
  if (unit !== null) return (quantity) => formatQuantity(quantity, unit, language)
  return (quantity) => (language === 'zh' ? `${quantity} 份` : `${quantity} of its measure`)
}
