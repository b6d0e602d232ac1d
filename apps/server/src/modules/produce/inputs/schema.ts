import { z } from 'zod'
import { permissionView } from '../../../platform/http/permission.ts'

const uuid = z.uuid()
const day = z.iso.date()
const instant = z.iso.datetime()
const thousandths = z.int().meta({ description: 'Thousandths of the unit' })

export const byId = z.object({ id: uuid })
export const fileAnswer = (type: string) => z.unknown().meta({ description: type })
export const nothing = z.object({})
export const inVillage = z.object({ villageId: z.string().regex(/^\d{12}$/) })

const approvedUse = z
  .object({
    kind: z.enum(['pesticide', 'fertiliser']),
    name: z.string(),
    registrationNumber: z.string(),
    substances: z.array(z.string()),
    crops: z.array(z.string()),
    unit: z.enum(['g', 'ml']),
    leastPerMu: thousandths,
    mostPerMu: thousandths,
    mostUses: z.int().nullable().meta({ description: 'A season' }),
    preHarvestDays: z.int(),
    reEntryHours: z.int(),
    isOrganic: z.boolean(),
    validFrom: day,
    validTo: day.nullable().meta({ description: 'The last day' }),
    source: z.string(),
  })
  .meta({ id: 'ApprovedUse' })

export const listInForceAnswer = z.object({
  villageName: z.string(),
  edition: z.int().nullable(),
  inForceFrom: day.nullable(),
  uses: z.array(approvedUse),
})
export const listsAnswer = z.object({
  items: z.array(
    z
      .object({
        listId: uuid,
        edition: z.int().nullable(),
        state: z.enum(['proposed', 'published', 'dropped']),
        inForceFrom: day.nullable(),
        proposedByName: z.string().nullable(),
        proposedAt: instant,
        canConfirm: permissionView,
      })
      .meta({ id: 'ApprovedListRow' }),
  ),
})
export const usesAnswer = z.object({ uses: z.array(approvedUse) })
export const importListAnswer = z.object({
  listId: uuid.nullable().meta({ description: 'Null when the file has problems' }),
  lines: z.int(),
  problems: z.array(z.object({ at: z.string(), message: z.string() }).meta({ id: 'ListProblem' })),
})
export const confirmListAnswer = z.object({ edition: z.int() })
