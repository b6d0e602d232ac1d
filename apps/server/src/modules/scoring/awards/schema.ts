import { z } from 'zod'
import { awardState, day, instant, pointsHundredths, sourceKind, uuid } from '../ground/shapes.ts'

const person = z.object({ personId: uuid, name: z.string() })

export const awardRow = z
  .object({
    awardId: uuid,
    itemName: z.string(),
    occurredOn: day,
    pointsHundredths,
    state: awardState,
    sourceKind,
  })
  .meta({ id: 'AwardRow' })

/** As the committee sees it: whose it is, and whether it is of the reader's own household. */
export const openAwardRow = awardRow
  .extend({ person, isOwnHousehold: z.boolean() })
  .meta({ id: 'OpenAwardRow' })

export const awardView = z
  .object({
    awardId: uuid,
    itemRef: z.string(),
    itemName: z.string(),
    person,
    occurredOn: day,
    pointsHundredths,
    state: awardState,
    stages: z.array(
      z.object({
        stage: z.string(),
        beforeHundredths: z.int(),
        afterHundredths: z.int(),
        sentence: z.string(),
      }),
    ),
    rule: z.object({
      ruleSheetId: uuid,
      version: z.int(),
      hash: z.string(),
      itemName: z.string(),
      category: z.string(),
    }),
    evidence: z.array(
      z.object({
        kind: z.enum(['rating', 'check_in', 'words', 'photo', 'recorded_by']),
        text: z.string(),
        photoFileId: uuid.optional(),
      }),
    ),
    notice: z
      .object({ noticeId: uuid, publishedAt: instant, endsAt: instant, lastDay: z.string() })
      .nullable(),
    finalAt: instant.nullable(),
    reversal: z
      .object({
        at: instant,
        reason: z.string().nullable(),
        supersededBy: uuid.nullable(),
      })
      .nullable(),
    history: z.array(z.object({ at: instant, state: awardState })),
  })
  .meta({ id: 'AwardView' })

export type AwardView = z.input<typeof awardView>
export type AwardRowView = z.input<typeof awardRow>
export type OpenAwardRowView = z.input<typeof openAwardRow>
