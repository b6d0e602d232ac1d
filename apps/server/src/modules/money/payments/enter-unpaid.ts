import type { Actor } from '../../../platform/actor.ts'
import type { Commands, PayeeParts } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { settlePayments, type RunSettled } from './end-payments.ts'
import { readOwnPayees } from './own-payee.ts'
import { lockRun, selectPayments } from './payment.store.ts'
import { paymentMeans } from './payment-means.ts'

export interface EnterUnpaidInput {
  readonly runId: string
  /** Its number on the sheet. */
  readonly no: number
  /** As it stands beside the payment: who has died, has moved away, does not take it. */
  readonly reason: string
}

/**
 * Enters that nobody came for a payment in cash: it has failed, is owed to its payee as before, and is
 * ordered anew once somebody may take it, such as an heir. Never of somebody's own, as with signatures.
 * @throws Refusal 'unknown_payment_run', 'payment_means_wrong', 'payment_unknown',
 *   'payment_answered', 'own_household_payment'
 */
export async function enterUnpaid(
  { act, secrets, ownPayees }: Commands & PayeeParts,
  actor: Actor,
  key: string,
  { runId, no, reason }: EnterUnpaidInput,
): Promise<RunSettled> {
  return act({ name: 'enter-unpaid', actor, key, input: { runId, no, reason } }, async (tx) => {
    const run = await lockRun(tx.db, tx.villageId, runId)
    if (run === null) throw refuse('unknown_payment_run')
    if (paymentMeans[run.means].endsBy !== 'signature') throw refuse('payment_means_wrong')
    const payments = await selectPayments(tx.db, tx.villageId, runId)
    const payment = payments.find((one) => one.no === no)
    if (payment === undefined) throw refuse('payment_unknown', { no })
    if (payment.state !== 'pending') throw refuse('payment_answered', { no })
    const isOwn = await readOwnPayees({ ownPayees }, tx.db, actor)
    if (isOwn(payment.payee)) throw refuse('own_household_payment', { no })
    return settlePayments(tx, secrets, run, [{ payment, failure: reason }], actor.personId)
  })
}
