/** What a share of a harvest is: so many thousandths of all of it, or so much. */
export interface SharePart {
  readonly part: 'permille' | 'fixed'
  /** Thousandths, or grams or pieces. */
  readonly amount: number
}

/** What is done where a harvest fails: so many thousandths of the price go back, or the next season counts. */
export interface FailureRule {
  readonly failure: 'refund' | 'next_season'
  readonly refundPermille: number
}

/** What is due to one share of what was harvested, in its unit; of a part of it no fraction. */
export function dueOfShare({ part, amount }: SharePart, harvested: number): number {
  return part === 'fixed' ? amount : Math.floor((harvested * amount) / 1000)
}

export interface EndedShare {
  readonly outcome: 'harvested' | 'failed'
  readonly priceFen: number
  readonly due: number
  readonly delivered: number
}

/**
 * What an adopter gets back at the end of a season, rounded up to the fen: of a harvest the part of the
 * price for what was due and not delivered, of a failed one what the contract says.
 */
export function adoptionRefund(
  { outcome, priceFen, due, delivered }: EndedShare,
  { failure, refundPermille }: FailureRule,
): number {
  if (outcome === 'failed')
    return failure === 'refund' ? Math.ceil((priceFen * refundPermille) / 1000) : 0
  const missing = Math.max(0, due - delivered)
  return due === 0 ? 0 : Math.ceil((priceFen * missing) / due)
}
