import { harvestGrades } from '@azalea/produce-rules'
import { z } from 'zod'
import { line } from '../../../platform/http/text.ts'

const uuid = z.uuid()
const day = z.iso.date()
const grams = z.int().meta({ description: 'Grams' })

export const packParams = z.object({
  villageId: z.string().regex(/^\d{12}$/),
  number: line(40),
})

export const traceAnswer = z.object({
  villageName: z.string(),
  number: z.string(),
  recordId: uuid,
  crop: z.string(),
  netGrams: grams,
  packCount: z.int().meta({ description: 'Packed together with it' }),
  packedAt: z.iso.datetime(),
  bestBefore: day.nullable(),
  isRecalled: z.boolean(),
  lots: z.array(
    z.object({
      recordId: uuid,
      number: z.string(),
      takenGrams: grams,
      grade: z.enum(harvestGrades),
      harvestedOn: day,
      harvestRecordId: uuid,
      growerName: z.string().nullable().meta({ description: 'Null unless the grower agreed' }),
      plotLabel: z.string().nullable(),
      groupName: z.string().nullable(),
      applied: z.array(
        z.object({
          recordId: uuid,
          kind: z.enum(['pesticide', 'fertiliser']),
          name: z.string(),
          registrationNumber: z.string(),
          substances: z.array(z.string()),
          amount: z.string(),
          on: day,
          preHarvestDays: z.int(),
          daysBefore: z.int().meta({ description: 'How long before the harvest it was' }),
        }),
      ),
      tests: z.array(
        z.object({
          recordId: uuid,
          method: z.enum(['rapid_card', 'laboratory']),
          outcome: z.enum(['passed', 'failed']),
          on: day,
        }),
      ),
    }),
  ),
})
