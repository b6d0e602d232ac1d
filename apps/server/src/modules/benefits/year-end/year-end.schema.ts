import { z } from 'zod'
import { day } from '../../../platform/http/day.ts'
import { pageQuery } from '../../../platform/http/cursor.ts'
import { line } from '../../../platform/http/text.ts'

const uuid = z.uuid()
const instant = z.iso.datetime()
const fen = z.int().meta({ description: 'Fen' })
const points = z.int().meta({ description: 'Hundredths of a point' })

export const proposeYearEndBody = z.object({
  titleZh: line(40),
  titleEn: line(80, 0)
    .nullish()
    .transform((value) => value || null),
  budgetId: uuid,
  poolFen: z.int().min(1).max(100_000_000_000).meta({ description: 'Fen' }),
  since: day
    .nullish()
    .transform((value) => value ?? null)
    .meta({ description: 'The first day whose honour counts; absent: all' }),
  until: day.meta({ description: 'Honour counts up to the last statement of this day or before' }),
})
export const proposeYearEndAnswer = z.object({ yearEndId: uuid })
export const confirmYearEndAnswer = z.object({ runIds: z.array(uuid) })

const brief = {
  yearEndId: uuid,
  title: z.string(),
  budgetId: uuid,
  poolFen: fen,
  through: day.meta({ description: 'The statement up to which honour counts' }),
  before: day.nullable().meta({ description: 'The statement whose honour counts no more' }),
  totalHundredths: points,
  householdCount: z.int(),
  sharesHash: z.string().meta({ description: 'SHA-256 of the list of shares; stands in the log' }),
  state: z.enum(['proposed', 'confirmed', 'dropped']),
  proposedAt: instant,
  endedAt: instant.nullable(),
}
export const yearEndsAnswer = z.object({
  items: z.array(z.object(brief).meta({ id: 'YearEndBrief' })),
})
export const sharesQuery = z.object(pageQuery)
export const yearEndAnswer = z
  .object({
    ...brief,
    canConfirm: z.object({
      ok: z.boolean(),
      code: z.string().nullable(),
      sentence: z.string().nullable(),
    }),
    lines: z.array(
      z.object({
        no: z.int(),
        headName: z.string().nullable(),
        groupName: z.string(),
        houseNo: z.string(),
        pointsHundredths: points,
        shareFen: fen,
        hasRemainder: z.boolean(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'YearEndView' })

export const ownSharesAnswer = z.object({
  items: z.array(
    z
      .object({
        yearEndId: uuid,
        title: z.string(),
        through: day,
        before: day.nullable(),
        poolFen: fen,
        totalHundredths: points,
        pointsHundredths: points,
        shareFen: fen,
        hasRemainder: z.boolean(),
        sharesHash: z.string(),
        sentence: z.string(),
        sharedAt: instant.nullable(),
      })
      .meta({ id: 'OwnYearEndShare' }),
  ),
})
