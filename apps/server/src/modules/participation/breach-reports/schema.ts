import { z } from 'zod'
import { day as civilDay } from '../../../platform/http/day.ts'
import { permissionView } from '../../../platform/http/permission.ts'
import { line, mark, paragraphs } from '../../../platform/http/text.ts'

const id = z.uuid()
const instant = z.iso.datetime()
const day = civilDay.meta({ description: 'A civil day in Asia/Shanghai' })
const words = paragraphs(1000)
const outcome = z.enum(['upheld', 'dismissed'])
const state = z.enum([
  'unassigned',
  'open',
  'decided',
  'appealed',
  'settled',
  'withdrawn',
  'closed',
])
const MOST_PHOTOS = 3
const MOST_QUANTITY = 10_000_000

const byPlate = z.object({ kind: z.literal('plate'), code: line(200) })
const byName = z.object({
  kind: z.literal('person'),
  name: line(60),
  groupNo: z.int().min(1).max(999),
})
const byPlace = z
  .object({
    kind: z.literal('place'),
    code: line(200).optional(),
    place: line(100).optional(),
  })
  .refine(({ code, place }) => code !== undefined || place !== undefined)
  .meta({ description: 'Nobody knows who did it: a plate, or a place in words' })

const reported = {
  about: z.discriminatedUnion('kind', [byPlate, byName, byPlace]),
  itemRef: mark(64).optional().meta({
    description: 'The deduction rule that was broken; needed where nobody is named',
  }),
  isAnother: z.boolean().optional().meta({
    description: 'Another deed than that of my open report, though it looks the same',
  }),
}

export const attachBody = z.object({ about: z.discriminatedUnion('kind', [byPlate, byName]) })
export const closeBody = z.object({ reasons: words })
export const withdrawBody = z.object({ words: words.optional() })

export const reportBody = z
  .object({
    ...reported,
    occurredAt: z.iso.datetime({ offset: true }),
    words,
    photoFileIds: z.array(id).max(MOST_PHOTOS).default([]),
    onBehalf: z
      .object({ personId: id, channel: z.enum(['oral', 'written']) })
      .optional()
      .meta({ description: 'Whose report a cadre enters' }),
  })
  .refine(({ about, itemRef }) => about.kind !== 'place' || itemRef !== undefined, {
    path: ['itemRef'],
  })

export const reportedAnswer = z.object({
  reportId: id,
  replyDueOn: day.nullable(),
  decisionDueOn: day,
})
export const attachedAnswer = z.object({ replyDueOn: day, decisionDueOn: day })

export const replyBody = z.object({ words, photoFileId: id.optional() })

const rule = {
  itemRef: mark(64).optional(),
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
      kind: z.enum(['subject', 'post', 'person', 'place']),
      label: z.string().nullable().meta({
        description: 'Of the plate or the place; null for a person',
      }),
      itemName: z.string().nullable().meta({ description: 'The rule that the reporter names' }),
    }),
    occurredAt: instant,
    words: z.string().nullable(),
    photoFileIds: z.array(id),
    reportedAt: instant,
    replyDueOn: day.nullable().meta({ description: 'Null while nobody is reported' }),
    decisionDueOn: day,
    isOverdue: z.boolean(),
    reporter: z
      .object({ personId: id, name: z.string() })
      .nullable()
      .meta({ description: 'Never told to the reported, nor before somebody is' }),
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
    ending: z
      .object({ at: instant, words: z.string().nullable() })
      .nullable()
      .meta({ description: 'Withdrawn, or closed because nobody was found' }),
    awardId: id.nullable().meta({ description: 'The deduction, for the reported and the office' }),
    rules: z
      .array(
        z.object({
          ref: z.string(),
          name: z.string(),
          pointsHundredths: z.int(),
          unit: z.string().nullable().meta({ description: 'Null: it counts occurrences' }),
          repair: z
            .array(
              z.object({
                by: z.enum(['mending', 'volunteering']),
                minutes: z.int().nullable(),
                restoresPermille: z.int(),
              }),
            )
            .meta({ description: 'How it can be made good, and what of it comes back' }),
        }),
      )
      .meta({ description: 'What can be deducted under, for who decides and who is reported' }),
    canReply: permissionView,
    canDecide: permissionView,
    canAppeal: permissionView,
    canDecideAppeal: permissionView,
    canPassOn: permissionView,
    canFind: permissionView.meta({
      description: 'Saying who did it, or closing the report without',
    }),
    canWithdraw: permissionView,
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
