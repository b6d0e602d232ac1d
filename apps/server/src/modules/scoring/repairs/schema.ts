import { z } from 'zod'
import { permissionView } from '../../../platform/http/permission.ts'
import { pointsHundredths, uuid } from '../ground/shapes.ts'

export const repairView = z
  .object({
    ways: z.array(
      z.object({
        way: z.enum(['mending', 'volunteering']),
        minutes: z.int().nullable(),
        restoresHundredths: pointsHundredths,
        repairAwardId: uuid.nullable().meta({ description: 'What it has given back' }),
      }),
    ),
    canRecord: permissionView,
  })
  .nullable()
  .meta({ description: 'How a deduction is made good; null for merits' })

export type RepairView = z.input<typeof repairView>
