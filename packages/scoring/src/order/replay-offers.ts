import { inequalityOf } from '../replay/inequality.ts'
import type { OrderRule } from './order-rule.ts'
import type { Claim } from './claim.ts'
import { afterOffer, noHistory, sumByHousehold, type OfferHistory } from './pass-on.ts'
import type { Sha256 } from './rank-claims.ts'
import { shareOut } from './share-out.ts'

/** An offer as it was: what there was, and who claimed it, with the honour of that day. */
export interface PastOffer {
  /** Draws its lots in every comparison alike. */
  seed: string
  supplyQuantity: number
  /** By claimant, ascending. */
  claims: readonly PastClaim[]
}

interface PastClaim extends Pick<
  Claim,
  'claimant' | 'wantedQuantity' | 'leastQuantity' | 'honourHundredths'
> {
  /** Whose history it counts in; of persons several may share one. */
  household: string
}

/** What one rule would have made of the offers of a season. */
export interface RuleOutcome {
  /** By household, all that claimed, in the offers' unit. */
  received: ReadonlyMap<string, number>
  /** 0: everybody received the same; 1000: one has it all; null where nobody received anything. */
  giniPermille: number | null
  /** What the half with the least received of everything; null where nobody received anything. */
  lowerHalfPermille: number | null
  /** The most offers in a row that a household claimed without receiving. */
  longestWaitOffers: number
  /** The most offers of which one household was the very first. */
  mostOftenFirst: number
}

/**
 * Shares the offers of one kind out again under a rule, the oldest first; what was received in one
 * counts in the next. The part kept for protected households is left out: who they are is not asked.
 *
 * @throws RangeError for an offer that cannot be shared out
 */
export function replayOffers(
  sha256: Sha256,
  rule: OrderRule,
  offers: readonly PastOffer[],
): RuleOutcome {
  const histories = new Map<string, OfferHistory>()
  const firsts = new Map<string, number>()
  let longestWaitOffers = 0
  for (const { seed, supplyQuantity, claims } of offers) {
    const asThen = claims.map((claim) => {
      const { receivedQuantity, waitedOffers } = histories.get(claim.household) ?? noHistory
      return {
        claimant: claim.claimant,
        wantedQuantity: claim.wantedQuantity,
        leastQuantity: claim.leastQuantity,
        honourHundredths: claim.honourHundredths,
        receivedQuantity,
        waitedOffers,
      }
    })
    const { turns } = shareOut(sha256, seed, { rule, supplyQuantity, claims: asThen })
    const homes = new Map(claims.map(({ claimant, household }) => [claimant, household]))
    const ended = turns.map(({ claimant, givenQuantity: takenQuantity }) => ({
      household: homes.get(claimant) ?? claimant,
      takenQuantity,
      wasCalled: false,
    }))
    for (const [household, sum] of sumByHousehold(ended)) {
      const history = afterOffer(histories.get(household) ?? noHistory, sum)
      histories.set(household, history)
      longestWaitOffers = Math.max(longestWaitOffers, history.waitedOffers)
    }
    const first = ended[0]?.household
    if (first !== undefined) firsts.set(first, (firsts.get(first) ?? 0) + 1)
  }
  const received = new Map(
    [...histories].map(([household, { receivedQuantity }]) => [household, receivedQuantity]),
  )
  const amounts = [...received.values()]
  return {
    received,
    giniPermille: inequalityOf(amounts).giniPermille,
    lowerHalfPermille: lowerHalfPermille(amounts),
    longestWaitOffers,
    mostOftenFirst: [...firsts.values()].reduce((most, times) => Math.max(most, times), 0),
  }
}

/** Of an odd number the one in the middle is not of the half; rounded half up. */
function lowerHalfPermille(amounts: readonly number[]): number | null {
  const rising = amounts.toSorted((a, b) => a - b).map(BigInt)
  const sum = (some: readonly bigint[]) => some.reduce((total, amount) => total + amount, 0n)
  const total = sum(rising)
  if (total === 0n) return null
  const lower = sum(rising.slice(0, Math.floor(rising.length / 2)))
  return Number((lower * 2000n + total) / (2n * total))
}
