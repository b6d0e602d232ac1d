import { createHash } from 'node:crypto'
import { yuanText } from '@azalea/scoring/sharing'
import type { Actor } from '../../../platform/actor.ts'
import type { Commands, PayeeParts } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { settlePayments, type EndedPayment, type RunSettled } from './end-payments.ts'
import { readOwnPayees } from './own-payee.ts'
import { lockRun, selectPayments, type PaymentRow } from './payment.store.ts'
import { paymentMeans } from './payment-means.ts'
import { readAnswerApart } from './read-answer-apart.ts'
import type { AnswerFile, AnswerLine } from './read-answer-file.ts'

/**
 * Takes in what the bank says of a run: all of the file, or nothing of it. That a payment failed is
 * entered by nobody whom it goes to, since it is ordered anew then.
 * @throws Refusal 'unknown_payment_run', 'payment_means_wrong', 'answer_of_other_run',
 *   'payment_unknown', 'payment_answered', 'payment_amount_wrong', 'own_household_payment', and those of
 *   readAnswerApart
 */
export async function enterAnswer(
  { act, secrets, ownPayees }: Commands & PayeeParts,
  actor: Actor,
  key: string,
  { runId, file }: { readonly runId: string; readonly file: Buffer },
): Promise<RunSettled> {
  const answer = await readAnswerApart(actor.villageId, file)
  const input = { runId, file: createHash('sha256').update(file).digest('hex') }
  return act({ name: 'enter-payment-answer', actor, key, input }, async (tx) => {
    const run = await lockRun(tx.db, tx.villageId, runId)
    if (run === null) throw refuse('unknown_payment_run')
    if (paymentMeans[run.means].endsBy !== 'answer') throw refuse('payment_means_wrong')
    const ended = matchAnswer(runId, await selectPayments(tx.db, tx.villageId, runId), answer)
    const isOwn = await readOwnPayees({ ownPayees }, tx.db, actor)
    const own = ended.find(({ payment, failure }) => failure !== null && isOwn(payment.payee))
    if (own !== undefined) throw refuse('own_household_payment', { no: own.payment.no })
    return settlePayments(tx, secrets, run, ended, actor.personId)
  })
}

/** Each line of an answer with the pending payment that it is about. @throws Refusal as `enterAnswer` */
export function matchAnswer(
  runId: string,
  payments: readonly PaymentRow[],
  { run, lines }: AnswerFile,
): EndedPayment[] {
  if (run !== runId) throw refuse('answer_of_other_run')
  const byKey = new Map(payments.map((payment) => [payment.paymentId, payment]))
  const answered = new Set<string>()
  return lines.map((line) => {
    const payment = byKey.get(line.key)
    if (payment === undefined || payment.no !== line.no)
      throw refuse('payment_unknown', { no: line.no })
    if (payment.state !== 'pending' || answered.has(line.key))
      throw refuse('payment_answered', { no: line.no })
    requireAmount(payment, line)
    answered.add(line.key)
    return { payment, failure: line.isPaid ? null : line.reason }
  })
}

function requireAmount({ no, amountFen }: PaymentRow, line: AnswerLine): void {
  if (amountFen === line.amountFen) return
  const told = yuanText(line.amountFen)
  throw refuse('payment_amount_wrong', { no, ordered: yuanText(amountFen), told })
}
