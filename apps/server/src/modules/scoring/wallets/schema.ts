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
      walletHundredths: points.meta({ description: 'What is there today to be spent' }),
      heldHundredths: points.meta({ description: 'And what is set aside in the shop' }),
      uncountedHundredths: points.meta({
        description: 'Of both, what the log does not hold yet: it belongs to the year that begins',
      }),
      countedHundredths: points.meta({ description: 'Of what the sheet keeps its part' }),
      keptHundredths: points.meta({ description: 'Of all that is there today' }),
      droppedHundredths: points.meta({ description: 'Of all that is there today' }),
    })
    .nullable()
    .meta({ description: 'When my wallet’s year ends; null: never' }),
})
