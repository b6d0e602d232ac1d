import { lossReasons } from '@azalea/produce-rules'
import { z } from 'zod'
import { permissionView } from '../../../platform/http/permission.ts'
import { line, paragraphs } from '../../../platform/http/text.ts'
import { reaches, someGrams } from '../lots/index.ts'

const uuid = z.uuid()
const day = z.iso.date()
const instant = z.iso.datetime()
const grams = z.int().meta({ description: 'Grams' })

export const byId = z.object({ id: uuid })
export const byNumber = z.object({ number: line(40) })
export const nothing = z.object({})

const MOST_LOTS = 50
const MOST_WEIGHTS = 20
/** A day's work at one table. */
const MOST_PACKS = 2_000
const lossBecause = z.enum(lossReasons).nullable()

export const packBody = z.object({
  lots: z
    .array(z.object({ lotId: uuid, grams: someGrams }))
    .min(1)
    .max(MOST_LOTS),
  packs: z
    .array(z.object({ grams: someGrams, count: z.int().min(1).max(MOST_PACKS) }))
    .max(MOST_WEIGHTS),
  lossGrams: z.int().min(0).max(500_000_000),
  lossBecause,
  bestBefore: day.nullable(),
})
export const packAnswer = z.object({
  packingId: uuid,
  number: z.string(),
  packCount: z.int(),
})

const packing = {
  packingId: uuid,
  number: z.string(),
  crop: z.string(),
  packCount: z.int(),
  lossGrams: grams,
  lossBecause,
  bestBefore: day.nullable(),
  packedAt: instant,
}

export const packingsAnswer = z.object({
  items: z.array(
    z
      .object({ ...packing, lots: z.array(z.object({ number: z.string(), grams })) })
      .meta({ id: 'Packing' }),
  ),
})
export const labelsAnswer = z.object({
  ...packing,
  villageName: z.string(),
  packs: z.array(
    z.object({
      number: z.string(),
      netGrams: grams,
      gtin: z.string().nullable().meta({ description: 'As it stands below a bar code' }),
      url: z.string().nullable().meta({
        description: 'What the symbol says; null: nobody has said the village’s address',
      }),
    }),
  ),
})

export const prefixBody = z.object({
  prefix: z
    .string()
    .regex(/^\d{6,12}$/)
    .meta({ description: 'As GS1 gave it: 6 to 12 digits' }),
})
export const gtinBody = z.object({ gtin: line(20), crop: line(40), netGrams: someGrams })
export const gtinAnswer = z.object({ tradeItemId: uuid })
const entered = { enteredByName: z.string().nullable(), enteredAt: instant }
export const gtinsAnswer = z.object({
  prefix: z.object({ prefix: z.string(), ...entered }).nullable(),
  crops: z.array(z.string()),
  items: z.array(
    z
      .object({
        tradeItemId: uuid,
        gtin: z.string().meta({ description: 'As it stands below a bar code' }),
        crop: z.string(),
        netGrams: grams,
        ...entered,
        endedAt: instant.nullable(),
      })
      .meta({ id: 'TradeItem' }),
  ),
})

const because = paragraphs(500)
const target = line(300).meta({
  description:
    'The number of a pack (or what its label says) or lot, the id of a plot, a registration number, a substance',
})
export const recallQuery = z.object({ reach: z.enum(reaches), target })
export const holdBody = z.object({ reach: z.enum(reaches), target, because })
export const holdAnswer = z.object({ holdId: uuid })
export const liftBody = z.object({ because })

export const recallAnswer = z.object({
  packCount: z.int(),
  packingCount: z.int(),
  lotCount: z.int(),
  packings: z
    .array(
      z.object({
        packingId: uuid,
        number: z.string(),
        crop: z.string(),
        packedAt: instant,
        packCount: z.int(),
        netGrams: grams,
      }),
    )
    .meta({ description: 'The latest of them' }),
  growers: z.array(
    z.object({
      name: z.string().nullable(),
      phone: z.string().nullable(),
      plotLabels: z.array(z.string()),
    }),
  ),
})

export const holdsAnswer = z.object({
  items: z.array(
    z
      .object({
        holdId: uuid,
        reach: z.enum(reaches),
        target: z.string(),
        because: z.string(),
        placedByName: z.string().nullable(),
        placedAt: instant,
        liftBecause: z.string().nullable(),
        proposedByName: z.string().nullable(),
        isOwnProposal: z.boolean(),
        liftedAt: instant.nullable(),
        canConfirm: permissionView,
      })
      .meta({ id: 'Hold' }),
  ),
})
