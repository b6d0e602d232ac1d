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
  const reasons: readonly DecidedBy[] = [rule.precedence.by, ...rule.ties]
  const steps: readonly Compare[] = [
    comparePrecedence(rule.precedence),
    ...rule.ties.map((tie) => tieBreaks[tie]),
  ]
  const ordered = claims
    .map((claim): Drawn => ({ claim, lot: null }))
    .sort((a, b) => {
      for (const compare of steps) {
        const result = compare(a.claim, b.claim)
        if (result !== 0) return result
      }
      return lotOf(a) < lotOf(b) ? -1 : 1
    })
  return ordered.map(({ claim }, at) => {
    const next = ordered[at + 1]?.claim
    const aheadBy = next === undefined ? null : (reasons[decidingStep(steps, claim, next)] ?? 'lot')
    return { ...claim, place: at + 1, aheadBy }
  })

  /** Most claims differ before it comes to lots. */
  function lotOf(drawn: Drawn): string {
    drawn.lot ??= sha256(`${seed}\n${drawn.claim.claimant}`)
    return drawn.lot
  }
}

/** A claim with its lot, once that is asked for. */
interface Drawn {
  readonly claim: Claim
  lot: string | null
}

/** Which comparison sets two claims apart; -1: none does. */
function decidingStep(steps: readonly Compare[], a: Claim, b: Claim): number {
  for (let step = 0; step < steps.length; step += 1) if (steps[step]?.(a, b) !== 0) return step
  return -1
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

function comparePrecedence(precedence: Precedence): Compare {
  switch (precedence.by) {
    case 'honour':
      return (a, b) => honourOf(b) - honourOf(a)
    case 'bands': {
      const { fromHundredths } = precedence
      return (a, b) => bandOf(fromHundredths, honourOf(a)) - bandOf(fromHundredths, honourOf(b))
    }
    case 'honour_less_received':
      return (a, b) => compareLessReceived(a, b, precedence.halfAtQuantity)
    case 'lot':
      return () => 0
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
