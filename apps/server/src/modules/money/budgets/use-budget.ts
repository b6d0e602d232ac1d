import type { Tx } from '../../record/index.ts'
import { openAccount, transfer, type Line } from '../../ledger/index.ts'
import { accountOf, budgetAccount, heldFen, isInParts, type Payee } from '../money-accounts.ts'
import { insteadOfTooLow, refuse } from '../refusals.ts'
import {
  insertReservation,
  insertSpending,
  lockReservation,
  selectBudget,
  selectSpending,
  setHeld,
  type SpendingRow,
} from './budget.store.ts'

/**
 * Money of a budget that goes to somebody, for one thing: `spendingId` is spent once. Whoever spends
 * twice in one transaction from one budget may wait for another who does: spend the sum.
 */
export interface BudgetSpending {
  readonly budgetId: string
  readonly spendingId: string
  readonly amountFen: number
  readonly payee: Payee
}

export interface BudgetReservation {
  readonly budgetId: string
  readonly reservationId: string
  readonly amountFen: number
}

/** Opens the account of a merchant (or the company), once, before anybody pays them. */
export function openPayee(tx: Tx, payee: Payee): void {
  if (isInParts(payee)) openAccount(tx, accountOf(payee))
}

/**
 * Spends of a budget for several payment runs at once: each holds its sum until its payments end.
 * @throws Refusal 'unknown_budget', 'budget_closed', 'budget_exceeded'
 */
export async function spendForRuns(
  tx: Tx,
  { budgetId, spendingId }: Pick<BudgetSpending, 'budgetId' | 'spendingId'>,
  runs: readonly { readonly runId: string; readonly totalFen: number }[],
): Promise<void> {
  await requireOpen(tx, budgetId)
  const amountFen = runs.reduce((sum, { totalFen }) => sum + totalFen, 0)
  await insteadOfTooLow(
    transferFen(tx, 'budget-spending', spendingId, [
      { account: budgetAccount(budgetId), amount: -amountFen },
      ...runs.map(({ runId, totalFen }) => ({ account: heldFen(runId), amount: totalFen })),
    ]),
    'budget_exceeded',
  )
  keepSpending(tx, { budgetId, spendingId, amountFen, payee: { kind: 'payments', id: spendingId } })
}

/**
 * Sets money of a budget aside for one thing: nothing else can take it meanwhile.
 * @throws Refusal 'unknown_budget', 'budget_closed', 'budget_exceeded'
 */
export async function reserveFromBudget(
  tx: Tx,
  { budgetId, reservationId, amountFen }: BudgetReservation,
): Promise<void> {
  await requireOpen(tx, budgetId)
  await insteadOfTooLow(
    transferFen(tx, 'budget-reservation', reservationId, [
      { account: budgetAccount(budgetId), amount: -amountFen },
      { account: heldFen(reservationId), amount: amountFen },
    ]),
    'budget_exceeded',
  )
  const row = { reservationId, budgetId, heldFen: amountFen, reservedAt: tx.now }
  tx.write(insertReservation(tx.db, tx.villageId, row))
}

/**
 * Spends of what was set aside: all of it, or a part.
 * @throws Refusal 'reservation_ended' when it holds less; Error when the payee's account was never
 *   opened (`openPayee`) or the spending was made before
 */
export async function spendReserved(
  tx: Tx,
  reservationId: string,
  spending: Omit<BudgetSpending, 'budgetId'>,
): Promise<void> {
  const { spendingId, amountFen, payee } = spending
  const held = await lockReservation(tx.db, tx.villageId, reservationId)
  if (held === null || held.heldFen < amountFen) throw refuse('reservation_ended')
  await transferFen(tx, 'budget-spending', spendingId, [
    { account: heldFen(reservationId), amount: -amountFen },
    { account: accountOf(payee), amount: amountFen },
  ])
  await setHeld(tx.db, tx.villageId, reservationId, held.heldFen - amountFen)
  keepSpending(tx, { ...spending, budgetId: held.budgetId })
}

/**
 * Gives what a reservation still holds back to its budget.
 * @returns how much that was, in fen
 * @throws Refusal 'reservation_ended' when nothing is left in it, or it never was
 */
export async function releaseReserved(tx: Tx, reservationId: string): Promise<number> {
  const held = await lockReservation(tx.db, tx.villageId, reservationId)
  if (held === null || held.heldFen === 0) throw refuse('reservation_ended')
  await transferFen(tx, 'budget-release', reservationId, [
    { account: heldFen(reservationId), amount: -held.heldFen },
    { account: budgetAccount(held.budgetId), amount: held.heldFen },
  ])
  await setHeld(tx.db, tx.villageId, reservationId, 0)
  return held.heldFen
}

/**
 * Takes a spending back, whole or in part, once: what was bought is returned.
 * @throws Refusal 'spending_not_returnable', 'budget_closed', 'balance_too_low' when the payee has
 *   been paid meanwhile
 */
export async function returnToBudget(
  tx: Tx,
  { returnId, spendingId, amountFen }: ReturnedSpending,
): Promise<void> {
  const spent = await selectSpending(tx.db, tx.villageId, spendingId)
  if (spent === null || spent.isReturned || spent.amountFen < amountFen || amountFen <= 0)
    throw refuse('spending_not_returnable')
  const { budgetId, payee } = spent
  // What payments carry away comes back by them alone.
  if (payee.kind === 'payments') throw refuse('spending_not_returnable')
  await requireOpen(tx, budgetId)
  await transferFen(tx, 'budget-return', returnId, [
    { account: accountOf(payee), amount: -amountFen },
    { account: budgetAccount(budgetId), amount: amountFen },
  ])
  const back = { spendingId: returnId, budgetId, amountFen: -amountFen, payee }
  const row = { ...back, returnsSpendingId: spendingId, spentAt: tx.now }
  await insertSpending(tx.db, tx.villageId, row)
}

export interface ReturnedSpending {
  readonly returnId: string
  readonly spendingId: string
  readonly amountFen: number
}

async function requireOpen(tx: Tx, budgetId: string): Promise<void> {
  const budget = await selectBudget(tx.db, tx.villageId, budgetId)
  if (budget === null) throw refuse('unknown_budget')
  if (budget.closedAt !== null) throw refuse('budget_closed')
}

function transferFen(tx: Tx, kind: string, id: string, lines: readonly Line[]): Promise<void> {
  return transfer(tx, { kind, id, mayLeaveDebt: false }, lines)
}

function keepSpending(
  tx: Tx,
  { spendingId, budgetId, amountFen, payee }: Omit<SpendingRow, 'returnsSpendingId' | 'spentAt'>,
): void {
  const row = { spendingId, budgetId, amountFen, payee, returnsSpendingId: null, spentAt: tx.now }
  tx.write(insertSpending(tx.db, tx.villageId, row))
}
