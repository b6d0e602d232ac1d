import type { Actor } from '../../../platform/actor.ts'
import type { Commands, PayeeParts } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { settlePayments, type RunSettled } from './end-payments.ts'
import { readOwnPayees } from './own-payee.ts'
import { lockRun, selectPayments } from './payment.store.ts'
import { paymentMeans } from './payment-means.ts'

export interface SignPaymentsInput {
  readonly runId: string
  /** Numbers of the sheet beside which somebody has signed. */
  readonly nos: readonly number[]
}

/**
 * Enters who has signed for cash: never somebody whose own household, or whose or whose kin's shop, is
 * paid.
 * @throws Refusal 'unknown_payment_run', 'payment_means_wrong', 'payment_unknown',
 *   'payment_answered', 'own_household_payment'
 */
export async function signPayments(
  { act, secrets, ownPayees }: Commands & PayeeParts,
  actor: Actor,
  key: string,
  { runId, nos }: SignPaymentsInput,
): Promise<RunSettled> {
  const input = { runId, nos: [...nos] }
  return act({ name: 'sign-payments', actor, key, input }, async (tx) => {
    const run = await lockRun(tx.db, tx.villageId, runId)
    if (run === null) throw refuse('unknown_payment_run')
    if (paymentMeans[run.means].endsBy !== 'signature') throw refuse('payment_means_wrong')
    const payments = await selectPayments(tx.db, tx.villageId, runId)
    const isOwn = await readOwnPayees({ ownPayees }, tx.db, actor)
    const byNo = new Map(payments.map((payment) => [payment.no, payment]))
    const ended = [...new Set(nos)].map((no) => {
      const payment = byNo.get(no)
      if (payment === undefined) throw refuse('payment_unknown', { no })
      if (payment.state !== 'pending') throw refuse('payment_answered', { no })
      if (isOwn(payment.payee)) throw refuse('own_household_payment', { no })
      return { payment, failure: null }
    })
    return settlePayments(tx, secrets, run, ended, actor.personId)
  })
}
