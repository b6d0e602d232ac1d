import {
  householdOf,
  issuerOf,
  reverseTransfers,
  transferAll,
  type Posting,
} from '../../ledger/index.ts'
import type { Tx } from '../../record/index.ts'

export interface AwardPosting {
  readonly awardId: string
  readonly householdId: string
  /** Who earned it; the household holds it. */
  readonly personId: string
  /** Signed; never zero: an award of nothing is not posted. */
  readonly pointsHundredths: number
}

/**
 * Posts final awards: to each household's honour and wallet, from the village as issuer.
 * @throws Error when an award is of no points; the command fails when one was posted before
 */
export async function postAwards(tx: Tx, awards: readonly AwardPosting[]): Promise<void> {
  await transferAll(tx, awards.flatMap(postingsOf))
}

/**
 * Takes a posted award back: the mirror of its transfers, which it names.
 * @throws Error when the award was never posted; the command fails when it was reversed before
 */
export async function reverseAwardPosting(tx: Tx, awardId: string): Promise<void> {
  await reverseTransfers(
    tx,
    { kind: 'reversal', id: awardId, mayLeaveDebt: true },
    { kind: 'award', id: awardId },
  )
}

/** A deduction, like a reversal, is owed even when the points were spent. */
function postingsOf({ awardId, householdId, personId, pointsHundredths }: AwardPosting): Posting[] {
  const cause = { kind: 'award', id: awardId, mayLeaveDebt: true }
  return (['honour', 'wallet'] as const).map((unit) => ({
    cause,
    lines: [
      { account: householdOf(unit, householdId), amount: pointsHundredths, earnerId: personId },
      { account: issuerOf(unit), amount: -pointsHundredths },
    ],
  }))
}
