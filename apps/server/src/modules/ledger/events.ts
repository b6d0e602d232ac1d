import { defineEvent } from '../../platform/events.ts'

export interface HonourPosted {
  readonly householdId: string
  readonly personId: string
  /** Signed: negative for a deduction and for the reversal of a merit. */
  readonly pointsHundredths: number
  /** The civil day of the posting, which decides the month and year of the boards. */
  readonly postedOn: string
}

/** Told once for each transfer that changes a household's honour, inside its transaction. */
export const honourPosted = defineEvent<HonourPosted>('ledger.honour-posted')

export interface PointsCameBack {
  readonly householdId: string
  readonly pointsHundredths: number
  /** When they had left the wallet. */
  readonly leftAt: Date
  /** When they were spent; null of points that were only set aside. */
  readonly spentAt: Date | null
}

/** Told when points that a household had spent or set aside are back in its wallet, in the transaction. */
export const pointsCameBack = defineEvent<PointsCameBack>('ledger.points-came-back')
