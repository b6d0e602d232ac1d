import { harvestGrades, MOST_GROSS_GRAMS, priceUnits } from '@azalea/produce-rules'
import { z } from 'zod'
import { pageOf } from '../../../platform/http/cursor.ts'
import { permissionView } from '../../../platform/http/permission.ts'
import { line, mark, paragraphs } from '../../../platform/http/text.ts'
import { refusedBecause, settlementStates, spoken, weighedHow } from './tables.ts'

const uuid = z.uuid()
const instant = z.iso.datetime()
const toldInstant = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
const grams = z.int().min(0).meta({ description: 'Grams' })
const askedGrams = z.int().min(1).max(1_000_000_000).meta({ description: 'Grams' })
/** What cannot be a weight is refused in words, not as a shape. */
const weighedGrams = z
  .int()
  .min(-MOST_GROSS_GRAMS * 10)
  .max(MOST_GROSS_GRAMS * 10)
  .meta({ description: 'Grams' })
const fen = z.int().meta({ description: 'Fen' })
const grade = z.enum(harvestGrades)
const optionalLine = (most: number) =>
  line(most, 0)
    .nullish()
    .transform((value) => value || null)

export const nothing = z.object({})
export const byId = z.object({ id: uuid })
export const byGrower = z.object({ id: uuid, householdId: uuid })

// Rounds

const price = z.object({ grade, fen: z.int().min(1).max(10_000_000) })
const askedDeduction = z
  .object({
    nameZh: line(40),
    nameEn: optionalLine(80),
    permille: z.int().min(1).max(1000).nullish(),
    fenEach: z.int().min(1).max(1_000_000).nullish(),
  })
  .meta({ id: 'AskedDeduction' })

export const openRoundBody = z.object({
  titleZh: line(60),
  titleEn: optionalLine(120),
  wordsZh: line(600),
  wordsEn: optionalLine(1200),
  crop: line(40),
  priceUnit: z.enum(priceUnits),
  grades: z.array(price).min(1).max(harvestGrades.length),
  deductions: z.array(askedDeduction).max(10).default([]),
  wantedGrams: askedGrams,
  mostGrams: askedGrams.meta({ description: 'Grams of one household' }),
  collectionPoint: line(60),
  orderRuleId: uuid,
  budgetId: uuid,
  itemRef: mark(64)
    .nullish()
    .transform((value) => value ?? null)
    .meta({ description: 'Of the rule sheet: what the first grade earns points by' }),
  opensAt: toldInstant,
  closesAt: toldInstant.meta({ description: 'Of the claims' }),
  answerWithinDays: z.int().min(1).max(14).default(1),
  beginsAt: toldInstant.meta({ description: 'Of the hours in which is weighed' }),
  endsAt: toldInstant,
  minutesEach: z.int().min(1).max(60).default(5),
})
export const openRoundAnswer = z.object({ roundId: uuid })
export const closeRoundAnswer = z.object({ cameCount: z.int(), missedCount: z.int() })

const roundBrief = {
  roundId: uuid,
  title: z.string(),
  crop: z.string(),
  priceUnit: z.enum(priceUnits),
  grades: z.array(z.object({ grade, fen })),
  collectionPoint: z.string(),
  wantedGrams: grams,
  claimsCloseAt: instant,
  beginsAt: instant,
  endsAt: instant,
  state: z.enum(['draft', 'claims', 'queue', 'called', 'closed', 'cancelled']),
}
const ownSlot = z
  .object({ place: z.int(), takenGrams: grams, comesAt: instant })
  .nullable()
  .meta({ description: 'When the reader’s household comes, and for how much' })

export const roundsAnswer = pageOf(z.object({ ...roundBrief, ownSlot }).meta({ id: 'RoundRow' }))

const weighInShape = {
  weighInId: uuid,
  harvestId: uuid,
  plotLabel: z.string(),
  grade,
  grossGrams: grams,
  tareGrams: grams,
  netGrams: grams,
  weighedHow: z.enum(weighedHow),
  photoFileId: uuid,
  outcome: z.enum(['accepted', 'refused']),
  because: z.enum(refusedBecause).nullable(),
  lotNumber: z.string().nullable(),
  weighedAt: instant,
  isVoided: z.boolean().meta({ description: 'It counts no more, and is weighed again' }),
  isReplaced: z.boolean(),
  dispute: z
    .object({
      cause: z.enum(['grower', 'office', 'scale']),
      words: z.string().nullable(),
      dueOn: z.iso.date(),
      outcome: z.enum(['upheld', 'dismissed']).nullable(),
      reasons: z.string().nullable(),
    })
    .nullable(),
}
const weighIn = z.object(weighInShape).meta({ id: 'WeighInView' })

export const roundAnswer = z
  .object({
    ...roundBrief,
    deductions: z.array(
      z.object({ name: z.string(), permille: z.int().nullable(), fenEach: fen.nullable() }),
    ),
    ownSlot,
    ownWeighIns: z.array(weighIn),
    ownStatements: z.array(z.object({ settlementId: uuid, netFen: fen, paidFen: fen })),
  })
  .meta({ id: 'RoundView' })

const settlementBrief = {
  settlementId: uuid,
  no: z.int(),
  state: z.enum(settlementStates),
  growerCount: z.int(),
  netFen: fen,
  paidFen: fen,
}
export const roundDeskAnswer = z
  .object({
    ...roundBrief,
    calledCount: z.int(),
    takenGrams: grams,
    cameCount: z.int(),
    broughtGrams: grams,
    disputedCount: z.int(),
    canClose: permissionView,
    settlements: z.array(z.object(settlementBrief)),
  })
  .meta({ id: 'RoundDesk' })
export const slotsAnswer = pageOf(
  z
    .object({
      householdId: uuid,
      place: z.int(),
      headName: z.string().nullable(),
      groupName: z.string(),
      houseNo: z.string(),
      takenGrams: grams,
      comesAt: instant,
      broughtGrams: grams,
    })
    .meta({ id: 'RoundSlot' }),
)
export const growerAnswer = z.object({
  harvests: z.array(
    z
      .object({
        harvestId: uuid,
        plotLabel: z.string(),
        on: z.iso.date(),
        expectedGrams: grams,
      })
      .meta({ id: 'RoundHarvest' }),
  ),
  weighIns: z.array(weighIn),
})

// Scales

export const enterScaleBody = z.object({
  name: line(40),
  speaks: z.enum(spoken),
  line: mark(40)
    .nullish()
    .transform((value) => value ?? null)
    .meta({ description: 'Of the operator’s setting: where a serial one is reached' }),
  toleranceGrams: z.int().min(0).max(5_000),
})
export const enterScaleAnswer = z.object({ scaleId: uuid })
export const checkScaleBody = z.object({
  testGrams: z.int().min(1).max(MOST_GROSS_GRAMS),
  readGrams: z.int().min(0).max(MOST_GROSS_GRAMS),
})
export const checkScaleAnswer = z.object({
  outcome: z.enum(['passed', 'failed']),
  doubted: z.array(uuid).meta({ description: 'Weigh-ins since it last passed' }),
})
export const readingAnswer = z.object({ readingId: uuid, grams: z.int() })
export const scalesAnswer = z.object({
  items: z.array(
    z
      .object({
        scaleId: uuid,
        name: z.string(),
        speaks: z.enum(spoken),
        line: z.string().nullable(),
        toleranceGrams: grams,
        lastCheck: z
          .object({
            testGrams: grams,
            readGrams: grams,
            outcome: z.enum(['passed', 'failed']),
            checkedAt: instant,
          })
          .nullable(),
        canWeigh: permissionView,
      })
      .meta({ id: 'ScaleRow' }),
  ),
  lines: z.array(z.string()).meta({ description: 'That the operator set up' }),
})

// Weigh-ins

export const weighInBody = z.object({
  harvestId: uuid,
  scaleId: uuid,
  weighedHow: z.enum(weighedHow),
  readingId: uuid
    .nullish()
    .transform((value) => value ?? null)
    .meta({ description: 'What the server read of a serial scale; of no other weigh-in' }),
  grade,
  grossGrams: weighedGrams,
  tareGrams: weighedGrams,
  photoFileId: uuid,
  outcome: z.enum(['accepted', 'refused']),
  because: z
    .enum(refusedBecause)
    .nullish()
    .transform((value) => value ?? null),
  replacesId: uuid
    .nullish()
    .transform((value) => value ?? null)
    .meta({ description: 'What was decided to be weighed again' }),
})
export const weighInAnswer = z.object({
  weighInId: uuid,
  lotNumber: z.string().nullable(),
  netGrams: grams,
})
export const disputeBody = z.object({ words: paragraphs(500) })
export const disputeAnswer = z.object({ dueOn: z.iso.date() })
export const decideBody = z.object({
  outcome: z.enum(['upheld', 'dismissed']),
  reasons: paragraphs(500),
})
export const disputedAnswer = z.object({
  items: z.array(
    z
      .object({
        ...weighInShape,
        roundId: uuid,
        growerName: z.string().nullable(),
        disputedByName: z.string().nullable(),
        canDecide: permissionView,
      })
      .meta({ id: 'DisputedWeighIn' }),
  ),
})

// Settlements

export const proposeAnswer = z.object({ settlementId: uuid })
export const confirmAnswer = z.object({ runIds: z.array(uuid) })
export const settlementAnswer = z
  .object({
    ...settlementBrief,
    roundId: uuid,
    title: z.string(),
    weighInCount: z.int(),
    canConfirm: permissionView,
    lines: z.array(
      z
        .object({
          no: z.int(),
          householdId: uuid,
          headName: z.string().nullable(),
          groupName: z.string(),
          houseNo: z.string(),
          netFen: fen,
          carriedFen: fen,
          paidFen: fen,
          runId: uuid.nullable(),
        })
        .meta({ id: 'GrowerLine' }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'RoundSettlementView' })
export const ownStatementAnswer = z
  .object({
    roundTitle: z.string(),
    no: z.int(),
    settledOn: z.iso.date(),
    unit: z.enum(priceUnits),
    lines: z.array(
      z.object({
        no: z.int(),
        at: z.string(),
        lotNumber: z.string(),
        grade,
        netGrams: grams,
        fen,
        amountFen: fen,
      }),
    ),
    deductions: z.array(z.object({ name: z.string(), amountFen: fen })),
    roundFen: fen,
    settledFen: fen,
    carriedFen: fen,
    paidFen: fen,
    means: z.enum(['bank', 'cash', 'nothing']),
    accountEnds: z.string(),
  })
  .meta({ id: 'GrowerStatementView' })
