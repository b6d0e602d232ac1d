import type { HouseholdIncome } from '../../money/index.ts'
import type { Sales } from '../market/index.ts'

/** What households are paid for; what money calls it is the cause of the payment. */
export const incomeSources = ['harvest', 'year_end', 'rest'] as const
export type IncomeSource = (typeof incomeSources)[number]

/** Of so few households nothing is published: what one of them earned could be told. */
export const FEWEST_PUBLISHED = 5

const sources: Readonly<Record<string, IncomeSource>> = {
  'round-settlement': 'harvest',
  'year-end': 'year_end',
}
const sourceOf = (causeKind: string): IncomeSource => sources[causeKind] ?? 'rest'

const sumOf = <One>(all: readonly One[], value: (one: One) => number) =>
  all.reduce((sum, one) => sum + value(one), 0)

export interface SourceSum {
  readonly source: IncomeSource
  readonly times: number
  readonly households: number
  readonly earnedFen: number
  readonly paidFen: number
}

/** What came from each source, those that gave nothing left out. */
export function sumBySource(income: readonly HouseholdIncome[]): SourceSum[] {
  return incomeSources.flatMap((source) => {
    const own = income.filter(({ causeKind }) => sourceOf(causeKind) === source)
    if (own.length === 0) return []
    return [
      {
        source,
        times: sumOf(own, ({ times }) => times),
        households: new Set(own.map(({ householdId }) => householdId)).size,
        earnedFen: sumOf(own, ({ earnedFen }) => earnedFen),
        paidFen: sumOf(own, ({ paidFen }) => paidFen),
      },
    ]
  })
}

export interface HouseholdSum {
  readonly householdId: string
  readonly harvestFen: number
  readonly earnedFen: number
  readonly paidFen: number
}

/** What each household earned, the most first. */
export function sumByHousehold(income: readonly HouseholdIncome[]): HouseholdSum[] {
  const ofHousehold = new Map<string, HouseholdIncome[]>()
  for (const one of income) {
    const own = ofHousehold.get(one.householdId) ?? []
    own.push(one)
    ofHousehold.set(one.householdId, own)
  }
  return [...ofHousehold]
    .map(([householdId, own]) => ({
      householdId,
      harvestFen: sumOf(
        own.filter(({ causeKind }) => sourceOf(causeKind) === 'harvest'),
        ({ earnedFen }) => earnedFen,
      ),
      earnedFen: sumOf(own, ({ earnedFen }) => earnedFen),
      paidFen: sumOf(own, ({ paidFen }) => paidFen),
    }))
    .toSorted((one, other) =>
      one.earnedFen === other.earnedFen
        ? one.householdId.localeCompare(other.householdId)
        : other.earnedFen - one.earnedFen,
    )
}

export interface MonthSum {
  readonly month: string
  readonly earnedFen: number
  readonly salesFen: number
  readonly households: number
}

/** Month by month: what households earned, and what the company sold. */
export function sumByMonth(
  income: readonly HouseholdIncome[],
  sales: readonly Sales[],
): MonthSum[] {
  const months = [...new Set([...income, ...sales].map(({ month }) => month))].toSorted()
  return months.map((month) => {
    const own = income.filter((one) => one.month === month)
    return {
      month,
      earnedFen: sumOf(own, ({ earnedFen }) => earnedFen),
      salesFen: sumOf(
        sales.filter((one) => one.month === month),
        ({ earnedFen }) => earnedFen,
      ),
      households: new Set(own.map(({ householdId }) => householdId)).size,
    }
  })
}

export interface CompanySum {
  readonly onlineFen: number
  readonly tillFen: number
  readonly adoptionFen: number
  readonly orders: number
  readonly salesFen: number
  /** What growers are paid for what they brought. */
  readonly purchasesFen: number
  readonly marginFen: number
}

/** What the company sold, bought of growers, and has between the two. */
export function sumCompany(
  income: readonly HouseholdIncome[],
  sales: readonly Sales[],
): CompanySum {
  const by = (channel: Sales['channel']) =>
    sumOf(
      sales.filter((one) => one.channel === channel),
      ({ earnedFen }) => earnedFen,
    )
  const salesFen = sumOf(sales, ({ earnedFen }) => earnedFen)
  const purchasesFen = sumOf(
    income.filter(({ causeKind }) => sourceOf(causeKind) === 'harvest'),
    ({ earnedFen }) => earnedFen,
  )
  return {
    onlineFen: by('online'),
    tillFen: by('till'),
    adoptionFen: by('adoption'),
    orders: sumOf(sales, ({ orders }) => orders),
    salesFen,
    purchasesFen,
    marginFen: salesFen - purchasesFen,
  }
}

/** Of an odd number the middle, of an even one the lower of the two; 0 of none. */
export function medianFen(households: readonly HouseholdSum[]): number {
  return households[Math.floor(households.length / 2)]?.earnedFen ?? 0
}
