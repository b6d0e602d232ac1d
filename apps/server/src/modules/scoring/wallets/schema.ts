import { z } from 'zod'
import { day } from '../../../platform/http/day.ts'

const points = z.int().meta({ description: 'Hundredths of a point' })

const closing = {
  closesOn: day,
  isAnnounced: z.boolean().meta({ description: 'Else it is what the rule sheet says' }),
  policy: z.enum(['keep', 'reset', 'carry_over']),
  keepPermille: z.int().nullable(),
  atMostHundredths: points.nullable(),
}
export const inVillage = z.object({ villageId: z.string().regex(/^\d{12}$/) })
export const closingAnswer = z.object({
  closing: z.object(closing).nullable().meta({ description: 'The next one that was announced' }),
})
export const ownClosingAnswer = z.object({
  closing: z
    .object({
      ...closing,
      keptHundredths: points.meta({ description: 'Of what is there today' }),
      droppedHundredths: points.meta({ description: 'Of what is there today' }),
    })
    .nullable()
    .meta({ description: 'When my wallet’s year ends; null: never' }),
})
