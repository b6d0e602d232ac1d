import type { HarvestGrade } from '../grade.ts'

/** What a round pays for one grade. */
export interface GradePrice {
  readonly grade: HarvestGrade
  readonly fen: number
}

export const priceUnits = ['jin', 'kg'] as const
export type PriceUnit = (typeof priceUnits)[number]

const gramsPer: Readonly<Record<PriceUnit, number>> = { jin: 500, kg: 1_000 }

/** Of what was agreed beforehand: a share of what is paid, in thousandths, or so much for each weigh-in. */
export type Deduction = { readonly permille: number } | { readonly fenEach: number }

export interface PricedWeight {
  readonly grade: HarvestGrade
  readonly netGrams: number
}

/** What a round is worth to one grower. */
export interface GrowerSum {
  /** In the order of the weights. */
  readonly amountsFen: readonly number[]
  readonly grossFen: number
  /** In the order of the deductions. */
  readonly deductedFen: readonly number[]
  /** Never below zero: no grower pays for having delivered. */
  readonly netFen: number
}

/** Price × weight, to the nearest fen, half a fen up: each weigh-in is rounded once, by itself. */
export function amountFen(netGrams: number, fen: number, unit: PriceUnit): number {
  const per = gramsPer[unit]
  return Math.floor((2 * netGrams * fen + per) / (2 * per))
}

/**
 * What one grower is paid for a round. Weigh-ins are rounded one by one, deductions of the sum downwards,
 * in the grower's favour; together they take no more than there is.
 * @throws Error for a grade that has no price
 */
export function growerSum(
  weights: readonly PricedWeight[],
  prices: readonly GradePrice[],
  unit: PriceUnit,
  deductions: readonly Deduction[],
): GrowerSum {
  const amountsFen = weights.map(({ grade, netGrams }) => {
    const price = prices.find((one) => one.grade === grade)
    if (price === undefined) throw new Error(`grade ${grade} has no price`)
    return amountFen(netGrams, price.fen, unit)
  })
  const grossFen = amountsFen.reduce((sum, fen) => sum + fen, 0)
  let left = grossFen
  const deductedFen = deductions.map((deduction) => {
    const wanted =
      'permille' in deduction
        ? Math.floor((grossFen * deduction.permille) / 1_000)
        : deduction.fenEach * weights.length
    const taken = Math.min(left, wanted)
    left -= taken
    return taken
  })
  return { amountsFen, grossFen, deductedFen, netFen: left }
}
