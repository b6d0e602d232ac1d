import { z } from 'zod'
import { day } from '../../../platform/http/day.ts'
import { permissionView } from '../../../platform/http/permission.ts'
import { line } from '../../../platform/http/text.ts'
import {
  cancelReasons,
  cropKinds,
  cropUnits,
  giveUpReasons,
  taskKinds,
  templateKinds,
} from './tables.ts'

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
    needsPhoto: z.boolean().default(false).meta({ description: 'Done only with a photo' }),
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

// What is planned

export const byId = z.object({ id: uuid })
export const nothing = z.object({})
export const ofSeason = z.object({ growingSeasonId: uuid.optional() })
const heads = z.int().min(1).max(100_000).nullable().optional().meta({ description: 'Of a flock' })
const sown = { cropId: uuid, sowFrom: day, sowTo: day, heads }
export const planBody = z.object({
  growingSeasonId: uuid,
  plantings: z
    .array(z.object({ plotId: uuid, ...sown }))
    .min(1)
    .max(500),
})
export const planAnswer = z.object({ plantingIds: z.array(uuid) })
const times = { sowFrom: day, sowTo: day, harvestFrom: day, harvestTo: day }
export const previewAnswer = z.object({
  isPossible: z.boolean(),
  expectedGrams: z.int(),
  plantings: z.array(
    z
      .object({
        plotId: uuid,
        label: z.string(),
        cropName: z.string(),
        ...times,
        expectedGrams: z.int(),
        tasks: z.int(),
        problem: z.string().nullable().meta({ description: 'Why it cannot be planned so' }),
      })
      .meta({ id: 'PreviewedPlanting' }),
  ),
})
export const cancelBody = z.object({ because: z.enum(cancelReasons) })
export const changeBody = z.object(sown)
export const changeAnswer = z.object({ plantingId: uuid })

export const boardAnswer = z.object({
  season: z
    .object({ growingSeasonId: uuid, name: z.string(), beginsOn: day, endsOn: day })
    .nullable(),
  plots: z.array(
    z
      .object({
        plotId: uuid,
        label: z.string(),
        groupNo: z.int().nullable(),
        isFlock: z.boolean(),
        isOwnLand: z.boolean(),
        areaSquareMetres: z.int(),
        holderName: z.string().nullable(),
        isMine: z.boolean(),
        canPlan: permissionView,
        plantings: z.array(
          z
            .object({
              plantingId: uuid,
              cropId: uuid,
              cropName: z.string(),
              unit: z.enum(cropUnits),
              pieceGrams: z.int().nullable(),
              heads: z.int().nullable(),
              expectedGrams: z.int(),
              ...times,
              state: z.enum(['planned', 'sown', 'harvested']),
            })
            .meta({ id: 'Planting' }),
        ),
      })
      .meta({ id: 'PlannedPlot' }),
  ),
})

// What is to be done

const taskState = z.enum(['late', 'open', 'done', 'given_up'])
const occurredAt = z.iso
  .datetime()
  .nullable()
  .default(null)
  .meta({ description: 'When it was done, by a telephone without a network; null: now' })
export const tasksQuery = z.object({
  growingSeasonId: uuid.optional(),
  state: taskState.optional(),
})
export const finishBody = z.object({ photoFileId: uuid.nullable().default(null), occurredAt })
export const giveUpBody = z.object({ because: z.enum(giveUpReasons), occurredAt })
const task = z
  .object({
    taskId: uuid,
    plantingId: uuid,
    plotId: uuid,
    plotLabel: z.string(),
    groupNo: z.int().nullable(),
    cropName: z.string(),
    isFlock: z.boolean(),
    kind: z.enum(taskKinds),
    dueFrom: day,
    dueTo: day,
    state: taskState,
    isDue: z.boolean(),
    needsPhoto: z.boolean(),
    end: z
      .object({
        on: day,
        wasLate: z.boolean(),
        because: z.enum(giveUpReasons).nullable(),
        photoFileId: uuid.nullable(),
        byName: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'FarmTask' })
export const ownTasksAnswer = z.object({ items: z.array(task) })
export const tasksAnswer = z.object({
  counts: z.object({ late: z.int(), open: z.int(), done: z.int(), given_up: z.int() }),
  left: z.int().meta({ description: 'How many more there are than shown' }),
  items: z.array(task),
})
