import { civilDay } from '../../platform/calendar.ts'
import type { Tx } from '../record/index.ts'
import { honourPosted } from './events.ts'
import { insertTransfers, selectHonourTransfer, type TransferRow } from './transfer.store.ts'

export interface AwardPosting {
  readonly awardId: string
  readonly householdId: string
  /** Who earned it; the household holds it. */
  readonly personId: string
  /** Signed; never zero: an award of nothing is not posted. */
  readonly pointsHundredths: number
}

/**
 * Posts a final award: honour and wallet of the household against the village's issuer accounts.
 * @throws Error when the points are zero or the award was posted before
 */
export async function postAward(tx: Tx, posting: AwardPosting): Promise<void> {
  await postAwards(tx, [posting])
}

/** Posts many final awards in one statement. */
export async function postAwards(tx: Tx, postings: readonly AwardPosting[]): Promise<void> {
  await post(
    tx,
    postings.map((posting) => ({
      transferId: tx.newId(),
      causeKind: 'award',
      causeId: posting.awardId,
      correctsTransferId: null,
      householdId: posting.householdId,
      earnerId: posting.personId,
      amountHundredths: posting.pointsHundredths,
    })),
  )
}

/**
 * Takes a posted award back: the mirror of its transfer, which it names.
 * @throws Error when the award was never posted, or was reversed before
 */
export async function reverseAwardPosting(tx: Tx, awardId: string): Promise<void> {
  const posted = await selectHonourTransfer(tx.db, tx.villageId, { kind: 'award', id: awardId })
  if (posted === null) throw new Error(`award ${awardId} was never posted`)
  const { transferId, householdId, earnerId, amountHundredths } = posted
  await post(tx, [
    {
      transferId: tx.newId(),
      causeKind: 'reversal',
      causeId: awardId,
      correctsTransferId: transferId,
      householdId,
      earnerId,
      amountHundredths: -amountHundredths,
    },
  ])
}

async function post(tx: Tx, rows: readonly TransferRow[]): Promise<void> {
  if (rows.length === 0) return
  for (const { amountHundredths, causeId } of rows)
    if (!Number.isSafeInteger(amountHundredths) || amountHundredths === 0)
      throw new Error(`cannot post ${amountHundredths} for ${causeId}`)
  const postedOn = civilDay(tx.now)
  tx.write(insertTransfers(tx.db, tx.villageId, tx.now, rows))
  for (const { householdId, earnerId, amountHundredths } of rows)
    await tx.publish(honourPosted, {
      householdId,
      personId: earnerId,
      pointsHundredths: amountHundredths,
      postedOn,
    })
}
