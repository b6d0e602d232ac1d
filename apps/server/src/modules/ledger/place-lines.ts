import type { Tx } from '../record/index.ts'
import { kindOf, PARTS, rowIdOf, type Account } from './account-kinds.ts'
import { lockAccount, lockFreePart, lockParts } from './balance.store.ts'
import { refuse } from './refusals.ts'
import type { Cause, Line, PlacedLine } from './posting.ts'

/**
 * Finds the rows that a transfer changes, and locks those that may not go below zero, in the order
 * of their accounts.
 * @throws Refusal 'balance_too_low'
 */
export async function placeLines(
  tx: Tx,
  cause: Cause,
  lines: readonly Line[],
): Promise<PlacedLine[]> {
  const ordered = lines.toSorted((a, b) =>
    rowIdOf(a.account, null) < rowIdOf(b.account, null) ? -1 : 1,
  )
  const placed: PlacedLine[] = []
  for (const line of ordered) placed.push(...(await placeLine(tx, cause, line)))
  return placed
}

async function placeLine(tx: Tx, cause: Cause, line: Line): Promise<PlacedLine[]> {
  const { kept, overdraft } = kindOf(line.account)
  if (kept === 'parts')
    return line.amount < 0 ? drawFromParts(tx, cause, line) : giveToParts(tx, cause, line)
  const isBound = overdraft === 'never' || (overdraft === 'owed' && !cause.mayLeaveDebt)
  if (isBound && line.amount < 0) {
    const balance = await lockAccount(tx.db, tx.villageId, rowIdOf(line.account, null))
    if ((balance ?? 0) + line.amount < 0) throw tooLow(line.account)
  }
  return [{ ...line, part: null }]
}

/** From a part that nobody else draws from and that holds enough; else from all parts together. */
async function drawFromParts(tx: Tx, cause: Cause, line: Line): Promise<PlacedLine[]> {
  const { account, amount } = line
  const rowIds = partsFrom(account, cause)
  const free = await lockFreePart(tx.db, tx.villageId, rowIds, -amount)
  if (free !== null) return [{ ...line, part: free }]
  const parts = await lockParts(tx.db, tx.villageId, rowIds)
  if (parts.length === 0) throw neverOpened(account)
  let missing = -amount
  const placed: PlacedLine[] = []
  for (const { part, balance } of parts.toSorted((a, b) => b.balance - a.balance)) {
    const taken = Math.min(missing, balance)
    if (taken > 0) placed.push({ ...line, part, amount: -taken })
    missing -= taken
  }
  if (missing > 0) throw tooLow(account)
  return placed
}

/** To a part that nobody else has; to the first when all are taken. */
async function giveToParts(tx: Tx, cause: Cause, line: Line): Promise<PlacedLine[]> {
  if (line.isSpread === true) return spread(line)
  const rowIds = partsFrom(line.account, cause)
  const free = await lockFreePart(tx.db, tx.villageId, rowIds, 0)
  if (free !== null) return [{ ...line, part: free }]
  const part = firstPart(cause)
  const balance = await lockAccount(tx.db, tx.villageId, rowIdOf(line.account, part))
  if (balance === null) throw neverOpened(line.account)
  return [{ ...line, part }]
}

function spread(line: Line): PlacedLine[] {
  const each = Math.floor(line.amount / PARTS)
  const rest = line.amount - each * PARTS
  return Array.from({ length: PARTS }, (_, part) => ({
    ...line,
    part,
    amount: each + (part < rest ? 1 : 0),
  })).filter(({ amount }) => amount > 0)
}

/** The rows of all parts, beginning where the cause begins: rivals begin at different ones. */
function partsFrom(account: Account, cause: Cause): string[] {
  const first = firstPart(cause)
  return Array.from({ length: PARTS }, (_, step) => rowIdOf(account, (first + step) % PARTS))
}

function firstPart({ id }: Cause): number {
  return Number.parseInt(id.slice(-2), 16) % PARTS
}

function tooLow({ ownerKind, ownerId }: Account) {
  return refuse('balance_too_low', {}, { kind: ownerKind, id: ownerId })
}

function neverOpened(account: Account): Error {
  return new Error(`${rowIdOf(account, null)} was never opened`)
}
