import { effectKinds } from '@azalea/scoring/replay'
import { z } from 'zod'
import { day, pointsHundredths, uuid } from '../ground/shapes.ts'
import { periodKinds } from './sandbox-period.ts'

export const sandboxQuery = z.object({ period: z.enum(periodKinds).default('month') })

const both = <Shape extends z.ZodType>(shape: Shape) => z.object({ current: shape, draft: shape })
const permille = z.int().nullable().meta({ description: 'Thousandths; null while nobody has any' })
const totals = z.object({
  awards: z.int(),
  pointsHundredths,
  giniPermille: permille,
  topTenthPermille: permille,
})
const sheetName = z.object({ ruleSheetId: uuid, version: z.int(), title: z.string() })
const unjudgedReason = z.enum(['missing_item', 'other_measure', 'unfit'])

const change = z.object({
  itemName: z
    .string()
    .nullable()
    .meta({ description: 'Null for what is published without its name' }),
  effect: z.enum([...effectKinds, ...unjudgedReason.options, 'other']),
  byHundredths: pointsHundredths,
})

export const sandboxAnswer = z
  .object({
    period: z.object({ kind: z.enum(periodKinds), firstDay: day, lastDay: day }),
    sheets: both(sheetName),
    contributions: z
      .int()
      .meta({ description: 'Judged under both, those that weigh on the period included' }),
    totals: both(totals),
    items: z.array(
      z.object({
        itemRef: z.string(),
        itemName: z.string(),
        awards: both(z.int()),
        pointsHundredths: both(pointsHundredths),
      }),
    ),
    groups: z.array(
      z.object({
        groupNo: z.int(),
        groupName: z.string(),
        pointsHundredths: both(pointsHundredths),
      }),
    ),
    households: z.int(),
    movedHouseholds: z.int(),
    moves: z
      .array(
        z.object({
          no: z.int(),
          headMasked: z.string(),
          groupName: z.string(),
          rank: both(z.int()),
          pointsHundredths: both(pointsHundredths),
          changes: z.array(change),
        }),
      )
      .meta({ description: 'Households whose rank moves, those that move furthest first' }),
    unjudged: z
      .array(
        z.object({
          itemRef: z.string(),
          itemName: z.string(),
          reason: unjudgedReason,
          contributions: z.int(),
        }),
      )
      .meta({ description: 'Deeds of the period that count nothing under the draft' }),
    newItems: z
      .array(z.string())
      .meta({ description: 'Items of the draft only: nothing was done under them yet' }),
  })
  .meta({ id: 'SandboxComparison' })

export type SandboxAnswer = z.input<typeof sandboxAnswer>
