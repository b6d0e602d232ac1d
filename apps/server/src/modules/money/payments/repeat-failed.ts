import type { Actor } from '../../../platform/actor.ts'
import type { Tx } from '../../record/index.ts'
import type { Commands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { holdForRun, orderPayments, type OrderedPayment } from './order-payments.ts'
import { lockRun, selectToRepeat, type PaymentRow } from './payment.store.ts'
import { readStatementBytes, type MeansName, type StatementLine } from './payment-statement.ts'
import { selectPayoutAccounts } from './payout-account.store.ts'

export interface RepeatFailedInput {
  readonly runId: string
  readonly means: MeansName
}

/**
 * Orders the payments of a run anew that have failed since that was done last, in a statement that names the one it corrects: each with
 * another key, and to the account that is known now.
 * @throws Refusal 'unknown_payment_run', 'nothing_to_repeat', 'payout_account_missing'
 */
export async function repeatFailed(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  { runId, means }: RepeatFailedInput,
): Promise<{ readonly runId: string }> {
  return act({ name: 'repeat-failed', actor, key, input: { runId, means } }, async (tx) => {
    const run = await lockRun(tx.db, tx.villageId, runId)
    if (run === null) throw refuse('unknown_payment_run')
    const failed = await selectToRepeat(tx.db, tx.villageId, runId)
    if (failed.length === 0) throw refuse('nothing_to_repeat')
    const { lines } = readStatementBytes(run.statement, run.statementHash)
    const payments = await anew(tx, failed, lines, means)
    const order = {
      runId: tx.newId(),
      means,
      title: run.title,
      titleEn: run.titleEn,
      corrects: runId,
      payments,
    }
    await holdForRun(tx, order)
    await orderPayments(tx, secrets, { ...order, orderedBy: actor.personId })
    return { runId: order.runId }
  })
}

async function anew(
  tx: Tx,
  failed: readonly PaymentRow[],
  lines: readonly StatementLine[],
  means: MeansName,
): Promise<OrderedPayment[]> {
  const payments: OrderedPayment[] = []
  for (const { no, payee, amountFen, cause, attempt } of failed) {
    const line = lines[no - 1]
    if (line?.no !== no) throw new Error(`the statement has no line ${no}`)
    const known = await selectPayoutAccounts(tx.db, tx.villageId, payee.kind, [payee.id])
    const account = means === 'bank' ? (known.get(payee.id) ?? null) : null
    if (means === 'bank' && account === null)
      throw refuse('payout_account_missing', { name: line.payeeName })
    const { payeeName, place, reason } = line
    const again = attempt + 1
    payments.push({ payee, payeeName, place, account, amountFen, reason, cause, attempt: again })
  }
  return payments
}
