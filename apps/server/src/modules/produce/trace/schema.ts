import { harvestGrades } from '@azalea/produce-rules'
import { z } from 'zod'
import { line } from '../../../platform/http/text.ts'
import { inspectionGrades } from '../inputs/index.ts'
import { partnerKinds, toldSteps } from '../partners/index.ts'
import { taskKinds } from '../plan/index.ts'

const uuid = z.uuid()
const day = z.iso.date()
const photoFileId = uuid
  .nullable()
  .meta({ description: 'Null unless the grower agreed to be named' })
const grams = z.int().meta({ description: 'Grams' })

export const packParams = z.object({
  villageId: z.string().regex(/^\d{12}$/),
  number: line(40),
})

export const photoParams = packParams.extend({ fileId: uuid })

export const traceAnswer = z.object({
  villageName: z.string(),
  number: z.string(),
  recordId: uuid,
  crop: z.string(),
  netGrams: grams,
  gtin: z.string().nullable().meta({ description: 'As it stands below a bar code' }),
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
      photoFileId,
      done: z
        .array(z.object({ recordId: uuid, kind: z.enum(taskKinds), on: day, photoFileId }))
        .meta({ description: 'What was done for the crop, the earliest first' }),
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
          photoFileId,
        }),
      ),
      tests: z.array(
        z.object({
          recordId: uuid,
          method: z.enum(['rapid_card', 'laboratory']),
          outcome: z.enum(['passed', 'failed']),
          on: day,
          photoFileId,
        }),
      ),
      inspections: z.array(
        z.object({ recordId: uuid, grade: z.enum(inspectionGrades), on: day, photoFileId }),
      ),
    }),
  ),
  told: z
    .array(
      z.object({
        name: z.string(),
        kind: z.enum(partnerKinds),
        step: z.enum(toldSteps),
        at: z.iso.datetime(),
        ofSome: z.boolean().meta({ description: 'Of some packs that were packed together' }),
      }),
    )
    .meta({
      description: 'What partners told of it, the earliest first: their word, without proof',
    }),
})
