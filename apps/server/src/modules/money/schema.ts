import { z } from 'zod'
import { line } from '../../platform/http/text.ts'

const uuid = z.uuid()
const instant = z.iso.datetime()
const day = z.iso.date()
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
