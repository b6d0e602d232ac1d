import type { Claim } from './claim.ts'
import type { Precedence } from './order-rule.ts'
import { bandOf } from './rank-claims.ts'

/** What would have moved a claim against the one ahead of it. */
export type Move =
  /** With so much more honour it stands before that one, or in the same band, where the ties decide. */
  | { by: 'honour'; moreHundredths: number; to: 'before' | 'level' }
  /** Already in the highest band, or the lot alone decides: more honour changes nothing. */
  | { by: 'none' }

/**
 * The least honour more that would have moved a claim past the one ahead of it, or level with it
 * where bands count and that one is in a higher band; everything else as it is.
 *
 * @param ahead the claim in the place before
 */
export function whatWouldMove(precedence: Precedence, claim: Claim, ahead: Claim): Move {
  const honour = claim.honourHundredths
  switch (precedence.by) {
    case 'honour':
      return more(Math.max(0, ahead.honourHundredths) + 1 - honour)
    case 'bands': {
      const { fromHundredths } = precedence
      const own = bandOf(fromHundredths, honour)
      const aheads = bandOf(fromHundredths, ahead.honourHundredths)
      const from = fromHundredths[Math.min(own - 1, aheads)]
      return from === undefined
        ? { by: 'none' }
        : more(from - honour, own === aheads ? 'before' : 'level')
    }
    case 'honour_less_received': {
      const half = precedence.halfAtQuantity
      const product =
        BigInt(Math.max(0, ahead.honourHundredths)) * BigInt(half + claim.receivedQuantity)
      const equal = product / BigInt(half + ahead.receivedQuantity)
      return more(Number(equal) + 1 - honour)
    }
    case 'lot':
      return { by: 'none' }
  }
}

function more(moreHundredths: number, to: 'before' | 'level' = 'before'): Move {
  return { by: 'honour', moreHundredths, to }
}
