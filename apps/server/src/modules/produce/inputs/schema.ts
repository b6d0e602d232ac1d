import { z } from 'zod'
import { permissionView } from '../../../platform/http/permission.ts'
import { line, mark } from '../../../platform/http/text.ts'
import {
  declineReasons,
  inspectionGrades,
  requestStates,
  testMethods,
  testOutcomes,
} from './tables.ts'

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

// What is put on plots

const amount = z
  .object({
    unit: z.enum(['g', 'ml']),
    thousandths: z
      .int()
      .min(1)
      .max(1_000_000_000_000)
      .meta({ description: 'Thousandths of the unit' }),
  })
  .meta({ id: 'InputAmount' })
const registrationNumber = mark(200)
const crop = line(40)
export const askBody = z.object({ plotId: uuid, registrationNumber, crop, amount })
export const askAnswer = z.object({ applicationId: uuid })
export const approveBody = z.object({ photoFileId: uuid })
export const declineBody = z.object({ because: z.enum(declineReasons) })
export const checkQuery = z.object({
  registrationNumber,
  crop,
  unit: z.enum(['g', 'ml']),
  thousandths: z.coerce.number().int().min(1).max(1_000_000_000_000),
})
const dose = z.object({ least: amount, most: amount }).nullable()
const decisionView = z.object({
  isAllowed: z.boolean(),
  reasons: z.array(z.object({ code: z.string(), sentence: z.string() })),
  possibleAgainFrom: day.nullable(),
  possibleAgain: z.string().nullable(),
  dose,
})
export const checkAnswer = decisionView
const asked = z.object({
  applicationId: uuid,
  plotId: uuid,
  plotLabel: z.string(),
  areaSquareMetres: z.int(),
  productName: z.string().nullable().meta({ description: 'Null when no list in force names it' }),
  registrationNumber: z.string(),
  crop: z.string(),
  amount,
  askedByName: z.string().nullable(),
  askedAt: instant,
  state: z.enum(requestStates),
  decision: decisionView,
  canApprove: permissionView,
})
export const askedAnswer = z.object({ items: z.array(asked.meta({ id: 'AskedApplication' })) })
export const plotInputsAnswer = z.object({
  plotId: uuid,
  label: z.string(),
  areaSquareMetres: z.int(),
  grown: z.array(z.string()).meta({ description: 'What stands or is planned on the plot' }),
  crops: z.array(z.string()).meta({ description: 'Of the list in force' }),
  products: z.array(approvedUse),
  earliestHarvest: day.nullable(),
  possibleAgain: z.string().nullable(),
  canHarvestToday: permissionView,
  canAsk: permissionView,
  canSeeTo: permissionView,
  asked: z.array(asked),
  applied: z.array(
    z.object({
      applicationId: uuid,
      kind: z.enum(['pesticide', 'fertiliser']),
      productName: z.string(),
      registrationNumber: z.string(),
      crop: z.string(),
      amount,
      preHarvestDays: z.int(),
      harvestFrom: day,
      appliedAt: instant,
      approvedByName: z.string().nullable(),
      photoFileId: uuid,
    }),
  ),
  harvests: z.array(
    z.object({ harvestId: uuid, on: day, crop: z.string(), expectedGrams: z.int() }),
  ),
  tests: z.array(
    z.object({
      testId: uuid,
      method: z.enum(testMethods),
      outcome: z.enum(testOutcomes),
      photoFileId: uuid,
      testedAt: instant,
    }),
  ),
  inspections: z.array(
    z.object({
      inspectionId: uuid,
      grade: z.enum(inspectionGrades),
      photoFileId: uuid,
      inspectedAt: instant,
    }),
  ),
})
export const declareBody = z.object({
  on: day,
  crop,
  expectedGrams: z.int().min(1).max(1_000_000_000),
})
export const declareAnswer = z.object({ harvestId: uuid })
export const testBody = z.object({
  method: z.enum(testMethods),
  outcome: z.enum(testOutcomes),
  photoFileId: uuid,
})
export const testAnswer = z.object({ testId: uuid })
const mark3 = z.int().min(1).max(3).meta({ description: '1 much amiss, 3 nothing amiss' })
export const inspectionBody = z.object({
  pests: mark3,
  weeds: mark3,
  litter: mark3,
  photoFileId: uuid,
})
export const inspectionAnswer = z.object({ grade: z.enum(inspectionGrades) })

// How much was put on the land

export const reportAnswer = z.object({
  villageName: z.string(),
  seasons: z.array(
    z
      .object({
        season: z.string().meta({ description: 'A growing season’s id, or a calendar year' }),
        name: z.string(),
        areaSquareMetres: z.int().meta({ description: 'Of all plots of today' }),
        lines: z.array(
          z.object({
            kind: z.enum(['pesticide', 'fertiliser']),
            unit: z.enum(['g', 'ml']),
            thousandths,
            perMu: thousandths,
            times: z.int(),
          }),
        ),
      })
      .meta({ id: 'InputSeason' }),
  ),
  plots: z.array(
    z
      .object({
        season: z.string(),
        label: z.string(),
        areaSquareMetres: z.int(),
        kind: z.enum(['pesticide', 'fertiliser']),
        unit: z.enum(['g', 'ml']),
        thousandths,
        perMu: thousandths,
        times: z.int(),
      })
      .meta({ id: 'InputPlotLine' }),
  ),
})

// Plan against fact

export const factsQuery = z.object({ growingSeasonId: uuid.optional() })
export const planFactsAnswer = z.object({
  seasonName: z.string().nullable(),
  weeks: z.array(
    z
      .object({
        monday: day,
        crop: z.string(),
        plannedGrams: z.int(),
        declaredGrams: z.int().meta({ description: 'What growers declared for harvest' }),
      })
      .meta({ id: 'PlanFactWeek' }),
  ),
  tasks: z.array(
    z
      .object({
        crop: z.string(),
        onTime: z.int(),
        doneLate: z.int(),
        late: z.int().meta({ description: 'Open although its last day has passed' }),
        givenUp: z.int(),
        open: z.int(),
      })
      .meta({ id: 'PlanFactTasks' }),
  ),
})
