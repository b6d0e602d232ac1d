import { z } from 'zod'
import { line } from '../../../platform/http/text.ts'
import { cropKinds, cropUnits, templateKinds } from './tables.ts'

const uuid = z.uuid()
const days = z.int().min(1).max(366)
const grams = z.int().min(1).max(1_000_000_000)

const templateTask = z
  .object({
    kind: z.enum(templateKinds),
    afterDays: z.int().min(0).max(366).meta({ description: 'After the first day of sowing' }),
    withinDays: z.int().min(1).max(60),
    times: z.int().min(1).max(60),
    everyDays: days,
  })
  .meta({ id: 'TemplateTask' })

const sowing = z
  .array(z.int().min(101).max(1231))
  .min(2)
  .max(8)
  .meta({ description: 'First and last day of each window: month × 100 + day' })

export const keepCropBody = z.object({
  cropId: uuid.optional(),
  kind: z.enum(cropKinds),
  nameZh: line(20),
  nameEn: line(40).nullable().default(null),
  variety: line(20).nullable().default(null),
  daysToMaturity: days,
  harvestDays: days,
  sowing,
  yieldGrams: grams.meta({ description: 'Of one mu, or of one head of a flock' }),
  unit: z.enum(cropUnits),
  pieceGrams: z.int().min(1).max(100_000).nullable().default(null),
  isRetired: z.boolean().default(false),
  tasks: z.array(templateTask).max(20),
})
export const keepCropAnswer = z.object({ cropId: uuid })

export const cropView = z
  .object({
    cropId: uuid,
    kind: z.enum(cropKinds),
    name: z.string(),
    nameZh: z.string(),
    nameEn: z.string().nullable(),
    variety: z.string().nullable(),
    daysToMaturity: z.int(),
    harvestDays: z.int(),
    sowing: z.array(z.int()),
    yieldGrams: z.int(),
    yieldPer: z.enum(['mu', 'head']),
    unit: z.enum(cropUnits),
    pieceGrams: z.int().nullable(),
    isRetired: z.boolean(),
    tasks: z.array(templateTask),
  })
  .meta({ id: 'Crop' })
export const cropsAnswer = z.object({ items: z.array(cropView) })
