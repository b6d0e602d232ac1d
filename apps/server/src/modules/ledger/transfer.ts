import { civilDay } from '@azalea/text'
import type { Tx } from '../record/index.ts'
import { kindOf, rowIdOf } from './account-kinds.ts'
import { honourPosted } from './events.ts'
import { placeLines } from './place-lines.ts'
import type { Cause, Line, PlacedLine, Posting } from './posting.ts'
import { insertTransfers, selectTransfersOf } from './transfer.store.ts'

interface PlacedPosting {
  readonly cause: Cause
  readonly lines: readonly PlacedLine[]
  readonly correctsTransferId: string | null
}

/**
 * Moves amounts of one unit between accounts. The lines sum to zero, and no account stands in two.
 * @throws Refusal 'balance_too_low' when an account would go below zero against its rule;
 *   Error when the lines are no transfer; the command fails when its cause was posted before
 */
export async function transfer(tx: Tx, cause: Cause, lines: readonly Line[]): Promise<void> {
  await transferAll(tx, [{ cause, lines }])
}

/** Many transfers: in one statement, unless they take from accounts that may not go below zero. */
export async function transferAll(tx: Tx, postings: readonly Posting[]): Promise<void> {
  for (const posting of postings) requireTransfer(posting)
  const free = postings.every(({ cause, lines }) => lines.every((line) => isFree(cause, line)))
  if (free)
    return post(
      tx,
      postings.map(({ cause, lines }) => ({
        cause,
        lines: lines.map((line) => ({ ...line, part: null })),
        correctsTransferId: null,
      })),
    )
  for (const { cause, lines } of postings) {
    const placed = await placeLines(tx, cause, lines)
    await post(tx, [{ cause, lines: placed, correctsTransferId: null }])
  }
}

/**
 * Takes back whatever a cause moved, by the mirror of its transfers, each of which is named.
 * @throws Error when the cause was never posted, or moved what accounts in parts hold: those give
 *   back by a transfer of its own
 */
export async function reverseTransfers(
  tx: Tx,
  cause: Cause,
  of: Pick<Cause, 'kind' | 'id'>,
): Promise<void> {
  const posted = await selectTransfersOf(tx.db, tx.villageId, of)
  if (posted.length === 0) throw new Error(`${of.kind} ${of.id} was never posted`)
  const mirrors = posted.map(({ transferId, lines }) => ({
    cause,
    lines: lines.map((line) => ({ ...line, amount: -line.amount, part: null })),
    correctsTransferId: transferId,
  }))
  for (const { lines } of mirrors)
    if (!lines.every((line) => isFree(cause, line)))
      throw new Error(`${of.kind} ${of.id} cannot be mirrored`)
  await post(tx, mirrors)
}

/** Whether a line may be posted whatever its account holds. */
function isFree({ mayLeaveDebt }: Cause, { account, amount }: Line): boolean {
  const { kept, overdraft } = kindOf(account)
  if (kept === 'parts') return false
  return overdraft === 'free' || amount > 0 || (overdraft === 'owed' && mayLeaveDebt)
}

function requireTransfer({ cause, lines }: Posting): void {
  const units = new Set(lines.map(({ account }) => account.unit))
  if (units.size > 1) throw new Error(`units never meet in one transfer: ${[...units].join(', ')}`)
  for (const { amount } of lines)
    if (!Number.isSafeInteger(amount) || amount === 0)
      throw new Error(`cannot post ${amount} for ${cause.id}`)
  const sum = lines.reduce((total, { amount }) => total + amount, 0)
  if (lines.length < 2 || sum !== 0) throw new Error(`the lines of ${cause.id} sum to ${sum}`)
  if (new Set(lines.map(({ account }) => rowIdOf(account, null))).size < lines.length)
    throw new Error(`an account stands in two lines of ${cause.id}`)
}

async function post(tx: Tx, postings: readonly PlacedPosting[]): Promise<void> {
  if (postings.length === 0) return
  const transfers = postings.map((posting) => ({ ...posting, transferId: tx.newId() }))
  tx.write(insertTransfers(tx.db, tx.villageId, tx.now, transfers))
  const postedOn = civilDay(tx.now)
  for (const { account, amount, earnerId } of postings.flatMap(({ lines }) => lines)) {
    if (account.unit !== 'honour' || account.ownerKind !== 'household') continue
    if (earnerId === undefined) throw new Error('honour is earned by somebody')
    await tx.publish(honourPosted, {
      householdId: account.ownerId,
      personId: earnerId,
      pointsHundredths: amount,
      postedOn,
    })
  }
}
