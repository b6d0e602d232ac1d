import { formatQuantity } from '@azalea/scoring'
import type { OfferUnit, SayQuantity } from '@azalea/scoring/order'
import type { Language } from '../../platform/http/language.ts'

/** An amount from which one would rather think in the larger unit. */
const FROM_GRAMS = 500
const FROM_MINUTES = 60

/** Writes an amount of an offer as people say it. */
export function inUnit(unit: OfferUnit, language: Language): SayQuantity {
  return inUnits([unit], language)
}

/** Writes an amount of a rule in the units for which it holds; where none is known, in every measure. */
export function inUnits(units: readonly OfferUnit[], language: Language): SayQuantity {
  return (quantity) => {
    const said = (units.length === 0 ? measuresOf(quantity) : units).map((unit) =>
      formatQuantity(quantity, unit, language),
    )
    return [...new Set(said)].join(language === 'zh' ? '或 ' : ' or ')
  }
}

/** A rule for offers of no known unit: what it means by weight, by time, by count. */
function measuresOf(quantity: number): OfferUnit[] {
  return [
    ...(quantity >= FROM_GRAMS ? (['kg'] as const) : []),
    ...(quantity >= FROM_MINUTES ? (['hour'] as const) : []),
    'piece',
  ]
}

const measures: Record<OfferUnit, 'weight' | 'time' | 'count'> = {
  kg: 'weight',
  jin: 'weight',
  hour: 'time',
  piece: 'count',
  person: 'count',
  time: 'count',
}

/** Whether amounts of both units count the same small measure. */
export function isOneMeasure(one: OfferUnit, other: OfferUnit): boolean {
  return measures[one] === measures[other]
}
