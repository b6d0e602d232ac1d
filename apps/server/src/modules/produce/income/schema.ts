import { z } from 'zod'
import { day } from '../../../platform/http/day.ts'
import { incomeSources } from './sum-income.ts'

const fen = z.int().meta({ description: 'Fen' })
const hiddenFen = fen.nullable().meta({ description: 'Fen; null where too few households earned' })
const source = z.enum(incomeSources)
const month = z.string().meta({ description: 'YYYY-MM' })

export const inVillage = z.object({ villageId: z.string().regex(/^\d{12}$/) })

const season = {
  seasonId: z.uuid().nullable().meta({ description: 'Null: in no growing season' }),
  name: z.string().nullable(),
  beginsOn: day.nullable(),
  endsOn: day.nullable(),
}

export const ownIncomeAnswer = z.object({
  seasons: z.array(
    z
      .object({
        ...season,
        earnedFen: fen,
        paidFen: fen.meta({ description: 'Of that, what was paid out' }),
        sources: z.array(z.object({ source, times: z.int(), earnedFen: fen, paidFen: fen })),
        months: z.array(z.object({ month, earnedFen: fen })),
      })
      .meta({ id: 'OwnIncomeSeason' }),
  ),
})

const company = {
  onlineFen: fen,
  tillFen: fen,
  adoptionFen: fen,
  orders: z.int(),
  salesFen: fen,
}

export const incomeDeskAnswer = z.object({
  seasons: z.array(
    z
      .object({
        ...season,
        households: z.int(),
        earnedFen: fen,
        medianFen: fen,
        sources: z.array(
          z.object({
            source,
            times: z.int(),
            households: z.int(),
            earnedFen: fen,
            paidFen: fen,
          }),
        ),
        months: z.array(z.object({ month, earnedFen: fen, salesFen: fen, households: z.int() })),
        company: z.object({ ...company, purchasesFen: fen, marginFen: fen }),
        items: z.array(
          z.object({
            householdId: z.uuid(),
            name: z.string().nullable(),
            place: z.string(),
            harvestFen: fen,
            earnedFen: fen,
            paidFen: fen,
          }),
        ),
      })
      .meta({ id: 'IncomeDeskSeason' }),
  ),
})

export const publicIncomeAnswer = z.object({
  villageName: z.string(),
  fewest: z.int().meta({ description: 'Of fewer households nothing is told' }),
  seasons: z.array(
    z
      .object({
        ...season,
        households: z.int().nullable(),
        earnedFen: hiddenFen,
        medianFen: hiddenFen,
        sources: z.array(
          z.object({ source, households: z.int().nullable(), earnedFen: hiddenFen }),
        ),
        months: z.array(z.object({ month, earnedFen: hiddenFen, salesFen: fen })),
        company: z.object({ ...company, purchasesFen: hiddenFen, marginFen: hiddenFen }),
      })
      .meta({ id: 'PublicIncomeSeason' }),
  ),
})
