import { z } from 'zod'
import { pageOf } from '../../platform/http/cursor.ts'
import { setUpSteps } from './set-up.ts'

const instant = z.string().meta({ description: 'ISO 8601, UTC' })
const points = z.int().meta({ description: 'Hundredths of a point' })

export const homeAnswer = z
  .object({
    household: z.object({ joined: z.boolean() }),
    honourHundredths: points,
    walletHundredths: points,
    rank: z.object({
      rank: z.int().nullable(),
      pointsHundredths: points,
      competitors: z.int(),
      change: z.int().nullable(),
    }),
    waiting: z.array(
      z.object({
        kind: z.enum([
          'join_household',
          'check_in',
          'check_out',
          'shift_today',
          'report_to_reply_to',
          'awards_on_notice',
          'messages',
        ]),
        title: z.string().nullable(),
        at: instant.nullable(),
        count: z.int(),
        id: z
          .string()
          .nullable()
          .meta({ description: 'The shift, activity or report; null where many things wait' }),
      }),
    ),
    news: z.array(
      z.object({
        kind: z.enum(['activity', 'notice']),
        id: z.string(),
        title: z.string().nullable(),
        at: instant,
      }),
    ),
  })
  .meta({ id: 'Home' })

export type Home = z.infer<typeof homeAnswer>

export const inboxAnswer = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum([
          'activity_to_decide',
          'scores_due',
          'activity_to_close',
          'deed_to_decide',
          'awards_to_publish',
          'sign_in_change',
          'removal',
          'objection_to_answer',
          'spot_checks_due',
          'objection_overdue',
          'report_to_attach',
          'report_to_decide',
          'report_appeal',
          'report_overdue',
        ]),
        id: z.string().nullable(),
        title: z.string().nullable(),
        dueAt: instant,
        count: z.int(),
      }),
    ),
    setUp: z
      .array(z.object({ step: z.enum(setUpSteps), done: z.boolean() }))
      .meta({ description: 'What a village sets up, in order' }),
  })
  .meta({ id: 'Inbox' })

export type Inbox = z.infer<typeof inboxAnswer>

export const accessPage = pageOf(
  z.object({
    viewedAt: instant,
    viewerName: z.string().nullable().meta({ description: 'Null once erased' }),
    viewerRole: z.string().nullable(),
    what: z.string().meta({ description: "Which data, e.g. 'roster', 'award'" }),
  }),
)

const anything = z.array(z.looseObject({}))

export const dataBank = z
  .object({
    generatedAt: instant,
    village: z.object({ villageId: z.string(), name: z.string(), townName: z.string() }),
    person: z.looseObject({}),
    household: z.looseObject({}),
    account: z.object({ honourHundredths: points, walletHundredths: points, entries: anything }),
    roles: anything,
    consents: anything,
    awards: anything,
    deeds: anything,
    objections: anything,
    ratings: anything,
    activities: anything,
    shifts: anything,
    breachReports: anything,
    ratingStyle: z.looseObject({}).nullable(),
    spotChecks: anything,
    messages: anything,
    photos: anything,
    dataAccess: anything,
    records: anything.meta({
      description: 'Every record of mine: leaf, opened payload, and the salt of its commitment',
    }),
  })
  .meta({ id: 'DataBank' })
