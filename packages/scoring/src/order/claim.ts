import type { OrderRule } from './order-rule.ts'

/** What one household, or person, wants of an offer, and what decides how early it comes. */
export interface Claim {
  /** A name that means nothing outside the queue; each once. It decides nothing but the lot. */
  claimant: string
  /** In the offer's unit, 1 or more. */
  wantedQuantity: number
  /** Less than this is of no use: 1 to `wantedQuantity`. */
  leastQuantity: number
  /** Honour of the stated period, a person's their household's; below zero counts as nothing. */
  honourHundredths: number
  /** What the household received of this kind of offer before, in the offer's unit. */
  receivedQuantity: number
  /** Offers of this kind in a row that were claimed and gave nothing. */
  waitedOffers: number
}

/** What is frozen before an offer is shared; its hash is announced before the lot is drawn. */
export interface Queue {
  rule: OrderRule
  /** In the offer's unit. */
  supplyQuantity: number
  /** By claimant, ascending. */
  claims: readonly Claim[]
}

/** @throws RangeError for a queue that cannot be shared out: a claimant twice, amounts that are none */
export function checkQueue({ supplyQuantity, claims }: Queue): void {
  checkAmount('supply', supplyQuantity, 0)
  let before = ''
  for (const claim of claims) {
    if (claim.claimant <= before) throw new RangeError(`claimant ${claim.claimant} is out of order`)
    before = claim.claimant
    checkAmount('wanted', claim.wantedQuantity, 1)
    checkAmount('least', claim.leastQuantity, 1)
    if (claim.leastQuantity > claim.wantedQuantity)
      throw new RangeError(`${claim.claimant} wants less than the least of use`)
    checkAmount('received', claim.receivedQuantity, 0)
    checkAmount('waited', claim.waitedOffers, 0)
    if (!Number.isSafeInteger(claim.honourHundredths))
      throw new RangeError(`honour ${claim.honourHundredths} of ${claim.claimant}`)
  }
}

function checkAmount(name: string, amount: number, atLeast: number): void {
  if (!Number.isSafeInteger(amount) || amount < atLeast)
    throw new RangeError(`${name} is no amount: ${amount}`)
}
