import type { Claim } from './claim.ts'
import type { OrderRule, Precedence, TieBreak } from './order-rule.ts'

/** What put a claim where it is, against the one that comes next. */
export type DecidedBy = Precedence['by'] | TieBreak

export interface RankedClaim extends Claim {
  /** From 1. */
  place: number
  /** What sets it before the next one; null for the last. */
  aheadBy: DecidedBy | null
}

/** SHA-256 of a text in UTF-8, hexadecimal in small letters. */
export type Sha256 = (text: string) => string

type Compare = (a: Claim, b: Claim) => number

/**
 * Puts claims in their order. A claim's lot is the hash of `<seed>\n<claimant>`, the lower first, as
 * for spot checks: nobody chooses it once the seed is a checkpoint that came after the list.
 *
 * @param seed SHA-256, hexadecimal, of the text of the checkpoint that first covers the announcement
 */
export function rankClaims(
  sha256: Sha256,
  seed: string,
  rule: OrderRule,
  claims: readonly Claim[],
): RankedClaim[] {
  const { keyOf, compare: comparePrecedence } = precedenceOf(rule.precedence)
  const steps: readonly Step[] = [
    { by: rule.precedence.by, compare: comparePrecedence },
    ...rule.ties.map((tie) => ({ by: tie, compare: tieBreaks[tie] })),
  ]
  const ordered = claims
    .map((claim): Drawn => ({ claim, key: keyOf(claim), lot: null }))
    .sort((a, b) => {
      if (a.key !== b.key) return b.key - a.key
      for (const { compare } of steps) {
        const result = compare(a.claim, b.claim)
        if (result !== 0) return result
      }
      return lotOf(a) < lotOf(b) ? -1 : 1
    })
  return ordered.map((drawn, at) => {
    const next = ordered[at + 1]
    const aheadBy = next === undefined ? null : decidedBy(steps, drawn, next)
    return rankedClaim(drawn.claim, at + 1, aheadBy)
  })

  /** Most claims differ before it comes to lots. */
  function lotOf(drawn: Drawn): string {
    drawn.lot ??= sha256(`${seed}\n${drawn.claim.claimant}`)
    return drawn.lot
  }
}

/** Field by field: of a hundred thousand claims, spreading them takes longer than all the rest. */
export function rankedClaim(claim: Claim, place: number, aheadBy: DecidedBy | null): RankedClaim {
  return {
    claimant: claim.claimant,
    wantedQuantity: claim.wantedQuantity,
    leastQuantity: claim.leastQuantity,
    honourHundredths: claim.honourHundredths,
    receivedQuantity: claim.receivedQuantity,
    waitedOffers: claim.waitedOffers,
    place,
    aheadBy,
  }
}

interface Step {
  readonly by: DecidedBy
  readonly compare: Compare
}

/** A claim with its lot, once that is asked for. */
interface Drawn {
  readonly claim: Claim
  /** Worked out once: a hundred thousand claims are compared two million times. */
  readonly key: number
  lot: string | null
}

/** What sets a claim before the next. */
function decidedBy(steps: readonly Step[], drawn: Drawn, next: Drawn): DecidedBy {
  if (drawn.key !== next.key && steps[0] !== undefined) return steps[0].by
  return steps.find(({ compare }) => compare(drawn.claim, next.claim) !== 0)?.by ?? 'lot'
}

const tieBreaks: Readonly<Record<TieBreak, Compare>> = {
  less_received: (a, b) => a.receivedQuantity - b.receivedQuantity,
  longer_wait: (a, b) => b.waitedOffers - a.waitedOffers,
}

/** Which band an honour falls into: 0 is the first, as many as there are thresholds the last. */
export function bandOf(fromHundredths: readonly number[], honourHundredths: number): number {
  const found = fromHundredths.findIndex((from) => honourHundredths >= from)
  return found === -1 ? fromHundredths.length : found
}

const equal: Compare = () => 0

/** Whoever has the higher key comes first; those of one key as they compare. */
function precedenceOf(precedence: Precedence): {
  readonly keyOf: (claim: Claim) => number
  readonly compare: Compare
} {
  switch (precedence.by) {
    case 'honour':
      return { keyOf: honourOf, compare: equal }
    case 'bands': {
      const { fromHundredths } = precedence
      const keyOf = (claim: Claim) =>
        fromHundredths.length - bandOf(fromHundredths, honourOf(claim))
      return { keyOf, compare: equal }
    }
    case 'honour_less_received':
      return {
        keyOf: () => 0,
        compare: (a, b) => compareLessReceived(a, b, precedence.halfAtQuantity),
      }
    case 'lot':
      return { keyOf: () => 0, compare: equal }
  }
}

/** a·h/(h + ra) against b·h/(h + rb), exactly: the products may be beyond 2^53, though few are. */
function compareLessReceived(a: Claim, b: Claim, half: number): number {
  const ours = honourOf(a) * (half + b.receivedQuantity)
  const theirs = honourOf(b) * (half + a.receivedQuantity)
  if (Number.isSafeInteger(ours) && Number.isSafeInteger(theirs)) return theirs - ours
  const left = BigInt(honourOf(a)) * BigInt(half + b.receivedQuantity)
  const right = BigInt(honourOf(b)) * BigInt(half + a.receivedQuantity)
  if (left === right) return 0
  return left > right ? -1 : 1
}

function honourOf({ honourHundredths }: Claim): number {
  return Math.max(0, honourHundredths)
}
