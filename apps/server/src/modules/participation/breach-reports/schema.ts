import { z } from 'zod'

const id = z.uuid()
const instant = z.iso.datetime()
const day = z.iso.date().meta({ description: 'A civil day in Asia/Shanghai' })
const words = z.string().trim().min(1).max(1000)
const outcome = z.enum(['upheld', 'dismissed'])
const state = z.enum(['open', 'decided', 'appealed', 'settled'])
const MOST_PHOTOS = 3
const MOST_QUANTITY = 10_000_000

/** Whether something can be done by the reader now, and if not why. */
const may = z.object({
  ok: z.boolean(),
  code: z.string().nullable(),
  sentence: z.string().nullable(),
})

export const reportBody = z.object({
  about: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('plate'), code: z.string().min(1).max(200) }),
    z.object({
      kind: z.literal('person'),
      name: z.string().trim().min(1).max(60),
      groupNo: z.int().min(1).max(999),
    }),
  ]),
  occurredAt: z.iso.datetime({ offset: true }),
  words,
  photoFileIds: z.array(id).max(MOST_PHOTOS).default([]),
  onBehalf: z
    .object({ personId: id, channel: z.enum(['oral', 'written']) })
    .optional()
    .meta({ description: 'Whose report a cadre enters' }),
})

export const reportedAnswer = z.object({ reportId: id, replyDueOn: day, decisionDueOn: day })

export const replyBody = z.object({ words, photoFileId: id.optional() })

const rule = {
  itemRef: z.string().min(1).max(64).optional(),
  quantity: z.int().min(1).max(MOST_QUANTITY).default(1),
}
export const decideBody = z.object({ outcome, ...rule, reasons: words })
export const appealBody = z.object({ words })
export const decideAppealBody = z.object({
  outcome: z.enum(['confirmed', 'changed']),
  ...rule,
  reasons: words,
})

const judgement = { by: z.string(), at: instant, reasons: z.string().nullable() }

export const breachReportView = z
  .object({
    reportId: id,
    side: z.enum(['reporter', 'reported', 'office']).meta({ description: 'As whom one reads it' }),
    state,
    outcome: outcome.nullable(),
    about: z.object({
      kind: z.enum(['subject', 'post', 'person']),
      label: z.string().nullable().meta({ description: 'Of the plate; null for a person' }),
    }),
    occurredAt: instant,
    words: z.string().nullable(),
    photoFileIds: z.array(id),
    reportedAt: instant,
    replyDueOn: day,
    decisionDueOn: day,
    isOverdue: z.boolean(),
    reporter: z
      .object({ personId: id, name: z.string() })
      .nullable()
      .meta({ description: 'Never told to the reported' }),
    enteredBy: z
      .object({ personId: id, name: z.string() })
      .nullable()
      .meta({ description: 'The cadre who entered it; never told to the reported' }),
    channel: z.enum(['app', 'oral', 'written']).nullable(),
    reported: z.array(
      z.object({
        personId: id,
        name: z.string(),
        groupName: z.string(),
        reply: z
          .object({ at: instant, words: z.string().nullable(), photoFileId: id.nullable() })
          .nullable(),
      }),
    ),
    decision: z
      .object({
        ...judgement,
        outcome,
        itemName: z.string().nullable(),
        appealEndsOn: day,
      })
      .nullable(),
    appeal: z
      .object({
        at: instant,
        isMine: z.boolean(),
        words: z.string().nullable(),
        dueOn: day,
        answer: z.object({ ...judgement, outcome: z.enum(['confirmed', 'changed']) }).nullable(),
      })
      .nullable(),
    settledAt: instant.nullable(),
    awardId: id.nullable().meta({ description: 'The deduction, for the reported and the office' }),
    rules: z
      .array(
        z.object({
          ref: z.string(),
          name: z.string(),
          pointsHundredths: z.int(),
          unit: z.string().nullable().meta({ description: 'Null: it counts occurrences' }),
        }),
      )
      .meta({ description: 'What can be deducted under, for who decides' }),
    canReply: may,
    canDecide: may,
    canAppeal: may,
    canDecideAppeal: may,
    canPassOn: may,
  })
  .meta({ id: 'BreachReport' })

export type BreachReportView = z.input<typeof breachReportView>

export const reporterPatterns = z.object({
  reporters: z.array(
    z.object({
      personId: id,
      name: z.string(),
      made: z.int(),
      upheld: z.int(),
      dismissed: z.int(),
    }),
  ),
})
