import { z } from 'zod'
import { pageOf, pageQuery } from '../../platform/http/cursor.ts'

const boardName = z.enum(['households', 'people', 'groups'])
const periodKind = z.enum(['month', 'year', 'all'])
const points = z.int().meta({ description: 'Hundredths of a point' })

export const boardParams = z.object({
  villageId: z.string().regex(/^\d{12}$/),
  board: boardName,
})

export const boardQuery = z.object({ period: periodKind.default('month'), ...pageQuery })

export const boardPage = pageOf(
  z.object({
    rank: z.int().meta({ description: 'Ties share a rank: 1, 2, 2, 4' }),
    tiedWith: z.int().meta({ description: 'How many others share the rank' }),
    name: z.string().meta({
      description: "Masked (陈×芳), unless it is one's own or its owner publishes it",
    }),
    groupName: z.string(),
    pointsHundredths: points,
    isMine: z.boolean(),
  }),
)
  .extend({
    board: boardName,
    period: z.object({ kind: periodKind, label: z.string() }),
    asOf: z.iso.datetime(),
    competitors: z
      .int()
      .meta({ description: 'All who are ranked; those at or below zero are not shown' }),
  })
  .meta({ id: 'BoardPage' })

export const ownRankQuery = z.object({
  board: boardName.default('households'),
  period: periodKind.default('month'),
})

export const ownRank = z
  .object({
    rank: z.int().nullable().meta({ description: 'Null: nothing posted in this period yet' }),
    pointsHundredths: points,
    competitors: z.int(),
    change: z
      .int()
      .nullable()
      .meta({ description: 'Places climbed since Monday; null: was not ranked then' }),
    neighbours: z
      .array(
        z.object({
          rank: z.int(),
          pointsHundredths: points,
          gapHundredths: z.int().meta({ description: 'Their points minus mine' }),
        }),
      )
      .meta({ description: 'The next above and the next below, where there is one' }),
  })
  .meta({ id: 'OwnRank' })

export type BoardName = z.infer<typeof boardName>
export type BoardPageView = z.infer<typeof boardPage>
export type OwnRank = z.infer<typeof ownRank>
