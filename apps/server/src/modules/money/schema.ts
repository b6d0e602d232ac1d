import { z } from 'zod'
import { day } from '../../platform/http/day.ts'
import { pageQuery } from '../../platform/http/cursor.ts'
import { line, personName, searchText } from '../../platform/http/text.ts'

const uuid = z.uuid()
const instant = z.iso.datetime()
const count = z.int().min(0).max(1_000_000)
/** A billion yuan. */
const MOST_FEN = 100_000_000_000
export const fen = z.int().meta({ description: 'Fen' })
export const amountFen = z.int().min(1).max(MOST_FEN).meta({ description: 'Fen' })

export const byId = z.object({ id: uuid })

export const resolutionShape = z
  .object({
    number: line(40).meta({ description: 'As the minutes number it' }),
    what: line(200).meta({ description: 'What it decided' }),
    date: day,
    body: z.enum(['adults', 'households', 'delegates']).optional(),
    eligible: count,
    present: count,
    for: count,
    against: count,
  })
  .meta({ id: 'MoneyResolution' })

export const openBudgetBody = z.object({
  nameZh: line(40),
  nameEn: line(80, 0)
    .nullish()
    .transform((value) => value || null),
  mostFen: amountFen,
  resolution: resolutionShape,
})
export const openBudgetAnswer = z.object({ budgetId: uuid })
export const closeBudgetAnswer = z.object({ spentFen: fen })

export const budgetsAnswer = z.object({
  items: z.array(
    z
      .object({
        budgetId: uuid,
        name: z.string(),
        resolution: resolutionShape,
        mostFen: fen,
        heldFen: fen.meta({ description: 'Set aside, not yet spent' }),
        spentFen: fen,
        leftFen: fen,
        openedAt: instant,
        closedAt: instant.nullable(),
      })
      .meta({ id: 'BudgetView' }),
  ),
})

// Payments

export const nothing = z.object({})
export const fileAnswer = (type: string) => z.unknown().meta({ description: type })
const means = z.enum(['bank', 'cash'])
const runBrief = {
  runId: uuid,
  means,
  title: z.string(),
  paymentCount: z.int(),
  totalFen: fen,
  statementHash: z.string().meta({ description: 'SHA-256; stands in the record of the run' }),
  correctsRunId: uuid.nullable(),
  orderedAt: instant,
  paidCount: z.int(),
  paidFen: fen,
  failedCount: z.int(),
  failedFen: fen,
}
const paymentState = z.enum(['pending', 'paid', 'failed'])

export const paymentRunsAnswer = z.object({
  items: z.array(z.object(runBrief).meta({ id: 'PaymentRunBrief' })),
})
export const runPageQuery = z.object({
  ...pageQuery,
  q: searchText.meta({ description: 'A part of the payee’s name, group or house' }),
})
export const paymentRunAnswer = z
  .object({
    ...runBrief,
    isCorrected: z.boolean().meta({ description: 'What failed is ordered anew already' }),
    lines: z.array(
      z.object({
        no: z.int(),
        payeeName: z.string(),
        place: z.string(),
        reason: z.string(),
        amountFen: fen,
        state: paymentState,
        failure: z.string().nullable(),
        isOwn: z.boolean(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'PaymentRunView' })

export const settledAnswer = z
  .object({ paidCount: z.int(), paidFen: fen, failedCount: z.int(), failedFen: fen })
  .meta({ id: 'PaymentsSettled' })
export const signBody = z.object({ nos: z.array(z.int().min(1).max(30_000)).min(1).max(500) })
export const unpaidBody = z.object({
  no: z.int().min(1).max(30_000),
  reason: line(60).meta({ description: 'Why nobody came for it' }),
})
export const repeatBody = z.object({ means })
export const runOrderedAnswer = z.object({ runId: uuid })

const payoutAccount = {
  holderName: z.string(),
  bankName: z.string(),
  accountNumber: z.string().meta({ description: 'Masked but for the last four digits' }),
}
export const payoutAccountBody = z.object({
  holderName: personName,
  bankName: line(40),
  accountNumber: z.string().regex(/^\d{8,32}$/),
})
const ownPayment = z
  .object({
    paymentId: uuid,
    title: z.string(),
    means,
    amountFen: fen,
    state: paymentState,
    failure: z.string().nullable(),
    endedAt: instant.nullable(),
  })
  .meta({ id: 'OwnPayment' })
export const ownMoney = {
  payoutAccount: z.object(payoutAccount).nullable(),
  payments: z.array(ownPayment),
}
export const ownMoneyAnswer = z.object(ownMoney).meta({ id: 'OwnMoney' })
