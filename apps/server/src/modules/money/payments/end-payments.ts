import { paymentRunSettled } from '@azalea/records'
import { transfer } from '../../ledger/index.ts'
import type { Tx, VillageSecrets } from '../../record/index.ts'
import { accountOf, heldFen, outside } from '../money-accounts.ts'
import { byPayee } from './order-payments.ts'
import { endPayments, noteSettled, type PaymentRow, type PaymentRunRow } from './payment.store.ts'
import { totalOf } from './payment-statement.ts'

export interface EndedPayment {
  readonly payment: PaymentRow
  /** Null: it was paid. */
  readonly failure: string | null
}

export interface RunSettled {
  readonly paidCount: number
  readonly paidFen: number
  readonly failedCount: number
  readonly failedFen: number
}

/**
 * What the bank or the signatures made of pending payments of a run, which the caller has locked: what
 * was paid leaves the books, what failed is owed to its payee again.
 */
export async function settlePayments(
  tx: Tx,
  secrets: VillageSecrets,
  run: PaymentRunRow,
  ended: readonly EndedPayment[],
  by: string,
): Promise<RunSettled> {
  const paid = ended.filter(({ failure }) => failure === null).map(({ payment }) => payment)
  const failed = ended.filter(({ failure }) => failure !== null).map(({ payment }) => payment)
  const paidFen = totalOf(paid)
  const failedFen = totalOf(failed)
  await transfer(tx, { kind: 'payments-settled', id: tx.newId(), mayLeaveDebt: false }, [
    { account: heldFen(run.runId), amount: -(paidFen + failedFen) },
    ...(paidFen > 0 ? [{ account: outside(run.means), amount: paidFen }] : []),
    ...[...byPayee(failed).values()].map(({ payee, amountFen }) => ({
      account: accountOf(payee),
      amount: amountFen,
    })),
  ])
  const ends = ended.map(({ payment: { paymentId }, failure }) => ({ paymentId, failure }))
  await endPayments(tx.db, tx.villageId, tx.now, ends)
  await noteSettled(tx.db, tx.villageId, run.runId, tx.now)
  const secret = await secrets.of(tx.db, tx.villageId)
  const settled = {
    paidCount: paid.length,
    paidFen,
    failedCount: failed.length,
    failedFen,
  }
  tx.append(
    paymentRunSettled({
      public: { paymentRun: secret.pseudonym('paymentRun', run.runId), ...settled },
      parts: [{ personId: by, payload: { runId: run.runId, enteredBy: by } }],
    }),
  )
  return settled
}
