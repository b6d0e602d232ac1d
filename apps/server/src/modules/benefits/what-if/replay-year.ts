import { replayOffers, type OrderRule } from '@azalea/scoring/order'
import { sha256Text } from '../sha256-text.ts'
import type { YearClaims } from './past-year.ts'

export interface ReplayTask {
  readonly rules: readonly OrderRule[]
  readonly claims: YearClaims
  readonly households: number
}

/** What one rule would have made of the year. */
export interface YearOutcome {
  /** By the number of the household, in the small measure of the unit. */
  readonly received: Float64Array
  readonly giniPermille: number | null
  readonly lowerHalfPermille: number | null
  readonly longestWaitOffers: number
  readonly mostOftenFirst: number
}

/** As long for each, so that the order of names is that of numbers. */
const nameOf = (household: number) => String(household).padStart(10, '0')

/** Shares the year's offers out again under each rule. */
export function replayYear({ rules, claims, households }: ReplayTask): YearOutcome[] {
  const offers = pastOffersOf(claims)
  return rules.map((rule) => {
    const { received, ...measures } = replayOffers(sha256Text, rule, offers)
    const columns = new Float64Array(households)
    for (const [name, quantity] of received) columns[Number(name)] = quantity
    return { ...measures, received: columns }
  })
}

function pastOffersOf(columns: YearClaims) {
  let at = 0
  return columns.offers.map(({ seed, supplyQuantity, claims }) => {
    const first = at
    at += claims
    return {
      seed,
      supplyQuantity,
      claims: Array.from({ length: claims }, (_, no) => {
        const household = nameOf(columns.household[first + no] ?? 0)
        return {
          // Members of one household stand beside each other, each by their place in the columns.
          claimant: `${household}${nameOf(no)}`,
          household,
          wantedQuantity: columns.wantedQuantity[first + no] ?? 0,
          leastQuantity: columns.leastQuantity[first + no] ?? 0,
          honourHundredths: columns.honourHundredths[first + no] ?? 0,
        }
      }),
    }
  })
}
