import { z } from 'zod'
import { permissionView } from '../../../platform/http/permission.ts'
import { day } from '../../../platform/http/day.ts'
import { line, paragraphs } from '../../../platform/http/text.ts'
import { landKinds, soils, tenures } from './plots/plot.store.ts'

const uuid = z.uuid()
/** Ten-millionths of a degree: what fits an integer of the database. */
const e7 = z.int().min(-1_800_000_000).max(1_800_000_000)
const square = z.int().min(1).max(100_000_000)

export const ring = z
  .array(e7)
  .max(4_000)
  .refine((all) => all.length % 2 === 0)
  .meta({
    description: 'Longitude, latitude, … in ten-millionths of a degree (WGS-84), corner by corner',
  })

export const byId = z.object({ id: uuid })
export const nothing = z.object({})
export const onBehalf = z.object({ personId: uuid, channel: z.enum(['oral', 'written']) })

export const drawPlotsBody = z.object({
  plots: z
    .array(
      z.object({
        subjectId: uuid.optional(),
        label: line(60),
        kind: z.enum(landKinds),
        groupNo: z.int().min(1).max(999).optional(),
        keeperHouseholdId: uuid.optional(),
        tenure: z.enum(tenures),
        ring,
        statedSquareMetres: square.optional(),
        soil: z.enum(soils).optional(),
        water: line(60).optional(),
      }),
    )
    .min(1)
    .max(500),
})
export const drawPlotsAnswer = z.object({
  plots: z.array(z.object({ plotId: uuid, label: z.string() })),
})

export const plotFileAnswer = z.object({
  skipped: z.int(),
  plots: z.array(
    z.object({
      label: z.string(),
      groupNo: z.int().nullable(),
      subjectId: uuid.nullable().meta({ description: 'Of the subject that is called so already' }),
      ring: z.array(z.int()),
      areaSquareMetres: z.int().nullable(),
      statedSquareMetres: z.int().nullable(),
      water: z.string().nullable(),
      problem: z.string().nullable().meta({ description: 'Why it cannot be drawn so' }),
    }),
  ),
})

export const box = z.object({ westE7: e7, southE7: e7, eastE7: e7, northE7: e7 })
export const restBody = z.object({ isResting: z.boolean() })

export const seasonView = z
  .object({
    growingSeasonId: uuid,
    name: z.string(),
    beginsOn: day,
    endsOn: day,
    offerId: uuid.nullable().meta({ description: 'The waiting list by points' }),
  })
  .meta({ id: 'GrowingSeason' })

export const openSeasonBody = z.object({
  nameZh: line(40),
  nameEn: line(80).nullable().default(null),
  beginsOn: day,
  endsOn: day,
})
export const openSeasonAnswer = z.object({ growingSeasonId: uuid })
export const seasonsAnswer = z.object({ items: z.array(seasonView) })
export const waitingListBody = z.object({ offerId: uuid })

export const publishConventionBody = z.object({
  wordsZh: paragraphs(4_000),
  wordsEn: paragraphs(8_000).nullable().default(null),
})
export const publishConventionAnswer = z.object({ edition: z.int() })

export const claimPlotBody = z.object({
  growingSeasonId: uuid,
  edition: z.int().min(1).max(100_000),
  onBehalf: onBehalf.optional(),
})
export const leaseAnswer = z.object({ leaseId: uuid })
export const releaseBody = z.object({ onBehalf: onBehalf.optional() })
export const offerTransferBody = z.object({
  to: z.object({ name: line(60), groupNo: z.int().min(1).max(999) }).nullable(),
})
export const acceptTransferBody = z.object({ edition: z.int().min(1).max(100_000) })

const tiles = z
  .object({ address: z.string(), credit: z.string() })
  .nullable()
  .meta({ description: 'What the map lies on; null: plain ground' })

const publicPlot = z.object({
  plotId: uuid,
  label: z.string(),
  kind: z.string(),
  groupNo: z.int().nullable(),
  groupName: z.string().nullable(),
  tenure: z.enum(tenures),
  state: z.enum(['free', 'leased', 'resting', 'held']),
  ring: z.array(z.int()),
  areaSquareMetres: z.int(),
  soil: z.enum(soils).nullable(),
  water: z.string().nullable(),
})

export const publicLandAnswer = z.object({
  villageName: z.string(),
  tiles,
  season: seasonView.nullable(),
  plots: z.array(publicPlot.meta({ id: 'PublicPlot' })),
})

export const landAnswer = z.object({
  tiles,
  season: seasonView.nullable(),
  convention: z.object({ edition: z.int(), words: z.string() }).nullable(),
  bounds: box.nullable(),
  canClaim: permissionView,
  plots: z.array(
    publicPlot
      .extend({
        holderName: z.string().nullable(),
        isMine: z.boolean(),
        leaseId: uuid.nullable().meta({ description: 'Of my own lease' }),
        toPersonNamed: z.boolean().meta({ description: 'I have offered it to somebody' }),
      })
      .meta({ id: 'Plot' }),
  ),
  offered: z
    .array(z.object({ leaseId: uuid, plotId: uuid }))
    .meta({ description: 'Plots that somebody would pass on to me' }),
})
