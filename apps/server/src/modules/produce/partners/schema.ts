import { z } from 'zod'
import { line } from '../../../platform/http/text.ts'
import { errorBehaviours, partnerKinds, toldSteps } from './tables.ts'

const uuid = z.uuid()
const instant = z.iso.datetime()
const count = z.int()

export const byId = z.object({ id: uuid })
export const ofVillage = z.object({ villageId: z.string().regex(/^\d{12}$/) })
export const ofCapture = ofVillage.extend({ captureId: uuid })
export const nothing = z.object({})

export const addPartnerBody = z.object({ name: line(40), kind: z.enum(partnerKinds) })
const key = z.string().meta({ description: 'Told once' })
export const addPartnerAnswer = z.object({ partnerId: uuid, key })
export const keyAnswer = z.object({ key })

export const partnersAnswer = z.object({
  address: z.string().nullable().meta({
    description:
      'What partners send to, before /capture; null: nobody has said the village’s address',
  }),
  items: z.array(
    z
      .object({
        partnerId: uuid,
        name: z.string(),
        kind: z.enum(partnerKinds),
        addedOn: z.iso.date(),
        endedAt: instant.nullable(),
        captures: z.array(
          z.object({
            captureId: uuid,
            createdAt: instant,
            isRunning: z.boolean(),
            isRolledBack: z.boolean().meta({ description: 'Nothing of it was kept' }),
            storedCount: count,
            repeatedCount: count,
            unknownCount: count.meta({ description: 'Names that are no packs of the village' }),
            faultCount: count,
            faults: z.array(z.object({ no: z.int(), sentence: z.string() })),
          }),
        ),
        events: z.array(
          z.object({
            toldId: z.string(),
            happenedAt: instant,
            step: z.enum(toldSteps).nullable(),
            isDeclaredWrong: z.boolean(),
            packCount: count,
          }),
        ),
      })
      .meta({ id: 'Partner' }),
  ),
})

/** As EPCIS 2.0 names it. */
export const captureJobAnswer = z
  .object({
    captureID: uuid,
    createdAt: instant,
    finishedAt: instant.optional(),
    running: z.boolean(),
    success: z.boolean(),
    captureErrorBehaviour: z.enum(errorBehaviours),
    errors: z.array(
      z.object({
        type: z.string(),
        code: z.string(),
        title: z.string(),
        event: z.int().meta({ description: 'Its place in the document, from 1' }),
      }),
    ),
    events: z.object({
      sent: count,
      stored: count,
      repeated: count,
      faulty: count,
      unknownEPCs: count,
    }),
  })
  .meta({ id: 'CaptureJob' })
export const captureJobsAnswer = z.array(captureJobAnswer)
