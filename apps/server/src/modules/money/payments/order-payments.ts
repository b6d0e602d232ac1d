import { paymentRunOrdered } from '@azalea/records'
import { civilDay } from '@azalea/text'
import { readVillage } from '../../community/index.ts'
import { transfer } from '../../ledger/index.ts'
import type { Tx, VillageSecrets } from '../../record/index.ts'
import { accountOf, heldFen, type Payee } from '../money-accounts.ts'
import { insertPayments, insertRun, type PaymentCause } from './payment.store.ts'
import {
  statementBytes,
  statementHash,
  totalOf,
  type MeansName,
  type PaymentStatement,
} from './payment-statement.ts'
import type { PayoutAccount } from './payout-account.store.ts'

export interface OrderedPayment {
  readonly payee: Payee
  readonly payeeName: string
  /** Group and house, or nothing. */
  readonly place: string
  /** Null where it is paid in cash. */
  readonly account: PayoutAccount | null
  readonly amountFen: number
  /** What it is for, as the payee reads it. */
  readonly reason: string
  /** Paid once: a cause and payee that were ordered before are a fault, unless all attempts failed. */
  readonly cause: PaymentCause
  readonly attempt: number
}

export interface PaymentOrder {
  readonly runId: string
  readonly means: MeansName
  readonly title: string
  readonly titleEn: string | null
  readonly corrects: string | null
  readonly orderedBy: string
  /** At most 30,000. */
  readonly payments: readonly OrderedPayment[]
}

/** Entries of a transfer are numbered in two bytes. */
const MOST_PAYMENTS = 30_000

/**
 * Orders payments: they stand in a statement from now on, and end by the bank's answer or by
 * signatures. The run's hold has their sum already (`spendForRuns`), or gets it by `holdForRun`.
 * @throws Error when there are none or too many, or something is ordered a second time
 */
export async function orderPayments(
  tx: Tx,
  secrets: VillageSecrets,
  order: PaymentOrder,
): Promise<void> {
  const { runId, means, title, titleEn, corrects, orderedBy, payments } = order
  if (payments.length === 0 || payments.length > MOST_PAYMENTS)
    throw new Error(`${payments.length} payments are no run`)
  const village = await readVillage(tx.db, tx.villageId)
  const numbered = payments.map((payment, at) => ({
    ...payment,
    no: at + 1,
    paymentId: tx.newId(),
  }))
  const statement: PaymentStatement = {
    schema: 'azalea-payments/1',
    run: runId,
    villageName: village?.name ?? '',
    title,
    means,
    orderedOn: civilDay(tx.now),
    corrects,
    lines: numbered.map((payment) => ({
      no: payment.no,
      key: payment.paymentId,
      payeeName: payment.payeeName,
      place: payment.place,
      holderName: payment.account?.holderName ?? '',
      bankName: payment.account?.bankName ?? '',
      accountNumber: payment.account?.accountNumber ?? '',
      amountFen: payment.amountFen,
      reason: payment.reason,
    })),
  }
  const bytes = statementBytes(statement)
  const hash = statementHash(bytes)
  await insertRun(tx.db, tx.villageId, {
    runId,
    means,
    title,
    titleEn,
    paymentCount: payments.length,
    totalFen: totalOf(payments),
    statement: bytes,
    statementHash: Buffer.from(hash, 'hex'),
    correctsRunId: corrects,
    orderedBy,
    orderedAt: tx.now,
  })
  await insertPayments(tx.db, tx.villageId, runId, numbered)
  await recordOrder(tx, secrets, order, hash)
}

/** Moves what payees are owed into a run's hold: they are paid from it, or get it back. */
export async function holdForRun(
  tx: Tx,
  { runId, payments }: Pick<PaymentOrder, 'runId' | 'payments'>,
): Promise<void> {
  const lines = [...byPayee(payments)].map(([, { payee, amountFen }]) => ({
    account: accountOf(payee),
    amount: -amountFen,
  }))
  await transfer(tx, { kind: 'payments-ordered', id: runId, mayLeaveDebt: false }, [
    ...lines,
    { account: heldFen(runId), amount: totalOf(payments) },
  ])
}

/** What each payee is paid in all: an account stands in one line of a transfer. */
export function byPayee(
  payments: readonly { readonly payee: Payee; readonly amountFen: number }[],
): Map<string, { readonly payee: Payee; readonly amountFen: number }> {
  const sums = new Map<string, { readonly payee: Payee; readonly amountFen: number }>()
  for (const { payee, amountFen } of payments) {
    const name = `${payee.kind}/${payee.id}`
    sums.set(name, { payee, amountFen: (sums.get(name)?.amountFen ?? 0) + amountFen })
  }
  return sums
}

async function recordOrder(
  tx: Tx,
  secrets: VillageSecrets,
  { runId, means, corrects, orderedBy, payments }: PaymentOrder,
  statement: string,
): Promise<void> {
  const secret = await secrets.of(tx.db, tx.villageId)
  tx.append(
    paymentRunOrdered({
      public: {
        paymentRun: secret.pseudonym('paymentRun', runId),
        means,
        paymentCount: payments.length,
        totalFen: totalOf(payments),
        statement,
        ...(corrects === null ? {} : { corrects: secret.pseudonym('paymentRun', corrects) }),
      },
      parts: [{ personId: orderedBy, payload: { runId, orderedBy } }],
    }),
  )
}
