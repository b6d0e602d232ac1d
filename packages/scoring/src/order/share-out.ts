import { scaleTowardZero } from '../integer-arithmetic.ts'
import { checkQueue, type Queue } from './claim.ts'
import { rankClaims, rankedClaim, type RankedClaim, type Sha256 } from './rank-claims.ts'

/** Why a claim was given what it was given. */
export type TurnOutcome =
  | 'whole'
  /** The last one reached, with less than claimed. */
  | 'part'
  /** Less was left than would be useful. */
  | 'too_little_left'
  | 'nothing_left'

export interface Turn extends RankedClaim {
  givenQuantity: number
  outcome: TurnOutcome
}

export interface SharedOut {
  /** In the order of places. */
  turns: readonly Turn[]
  /** What nobody was given, the part kept for protected households not counted. */
  leftQuantity: number
  /** The part kept for protected households. */
  floorQuantity: number
}

/**
 * Shares a supply out among claims in their order, after the part kept for protected households is
 * laid aside. Each gets what was claimed; where not so much is left, what is left if the rule allows
 * parts and it is still useful; else nothing, and the next may have it. Who is protected is not asked
 * here, so that anybody can do this again from the published queue, which does not say it.
 *
 * @param seed SHA-256, hexadecimal, of the text of the checkpoint that first covers the announcement
 * @throws RangeError for a queue that cannot be shared out
 */
export function shareOut(sha256: Sha256, seed: string, queue: Queue): SharedOut {
  checkQueue(queue)
  const { rule, supplyQuantity, claims } = queue
  const floorQuantity = scaleTowardZero(supplyQuantity, rule.floorPermille, 1000)
  const given = giveInTurn(
    rankClaims(sha256, seed, rule, claims),
    supplyQuantity - floorQuantity,
    rule.partial,
  )
  return { ...given, floorQuantity }
}

/**
 * Gives more to those who were not given all they claimed, in the order of these turns.
 *
 * @returns only those who are given something, each with what comes beside what they had
 */
export function giveFurther(
  turns: Iterable<Omit<Turn, 'outcome'>>,
  quantity: number,
  partial: boolean,
): { called: readonly { claimant: string; quantity: number }[]; leftQuantity: number } {
  const called: { claimant: string; quantity: number }[] = []
  let left = quantity
  for (const turn of turns) {
    if (left === 0) break
    const given = furtherOf(turn, left, partial)
    if (given === 0) continue
    called.push({ claimant: turn.claimant, quantity: given })
    left -= given
  }
  return { called, leftQuantity: left }
}

/** What comes to a turn of what is left, beside what it was given. */
export function furtherOf(
  { wantedQuantity, leastQuantity, givenQuantity }: Omit<Turn, 'outcome'>,
  left: number,
  partial: boolean,
): number {
  const wanting = {
    wantedQuantity: wantedQuantity - givenQuantity,
    // Beside a part that is useful already, any more of it is.
    leastQuantity: givenQuantity > 0 ? 1 : leastQuantity,
  }
  return givenBy(outcomeOf(wanting, left, partial), wanting, left)
}

function giveInTurn(
  ranked: readonly RankedClaim[],
  quantity: number,
  partial: boolean,
): Pick<SharedOut, 'turns' | 'leftQuantity'> {
  let left = quantity
  const turns = ranked.map((claim): Turn => {
    const outcome = outcomeOf(claim, left, partial)
    const givenQuantity = givenBy(outcome, claim, left)
    left -= givenQuantity
    const { place, aheadBy } = claim
    return Object.assign(rankedClaim(claim, place, aheadBy), { givenQuantity, outcome })
  })
  return { turns, leftQuantity: left }
}

type Wanting = Pick<RankedClaim, 'wantedQuantity' | 'leastQuantity'>

function givenBy(outcome: TurnOutcome, { wantedQuantity }: Wanting, left: number): number {
  return outcome === 'whole' ? wantedQuantity : outcome === 'part' ? left : 0
}

function outcomeOf(claim: Wanting, left: number, partial: boolean): TurnOutcome {
  if (claim.wantedQuantity <= left) return 'whole'
  if (left === 0) return 'nothing_left'
  return partial && claim.leastQuantity <= left ? 'part' : 'too_little_left'
}
