import { harvestGrades } from '@azalea/produce-rules'
import { z } from 'zod'
import { lotOrigins } from './tables.ts'

const uuid = z.uuid()
const day = z.iso.date()
const grams = z.int().meta({ description: 'Grams' })
const grade = z.enum(harvestGrades)

/** Ten tonnes: more is a slip of the pen. */
const MOST_GRAMS = 10_000_000
export const someGrams = z.int().min(1).max(MOST_GRAMS)

export const bringLotBody = z.object({ harvestId: uuid, grade, grams: someGrams })
export const openedLot = z.object({ lotId: uuid, number: z.string() })

export const lotsAnswer = z.object({
  lots: z.array(
    z
      .object({
        lotId: uuid,
        number: z.string(),
        plotId: uuid,
        plotLabel: z.string().nullable(),
        growerName: z.string().nullable(),
        crop: z.string(),
        harvestedOn: day,
        origin: z.enum(lotOrigins),
        grade,
        grams,
        leftGrams: grams,
        isHeld: z.boolean(),
        isHeldByTest: z.boolean(),
        holdIds: z.array(uuid),
      })
      .meta({ id: 'HarvestLot' }),
  ),
  toWeigh: z.array(
    z
      .object({
        harvestId: uuid,
        plotId: uuid,
        plotLabel: z.string().nullable(),
        growerName: z.string().nullable(),
        crop: z.string(),
        on: day,
        expectedGrams: grams,
        leftGrams: grams.meta({ description: 'What may still be weighed of it' }),
      })
      .meta({ id: 'HarvestToWeigh' }),
  ),
})
