import { readDigitCode } from '@azalea/text'
import { z } from 'zod'
import { permissionView } from '../../../platform/http/permission.ts'
import { line, mark, paragraphs } from '../../../platform/http/text.ts'
import { listOf, pageOf } from '../../../platform/http/cursor.ts'

const id = z.uuid()
/** An instant as a client tells it: ISO 8601 with its offset. */
const toldInstant = z.iso.datetime({ offset: true })
const instant = z.iso.datetime()
/** Optional words: what is left empty counts as not written. */
const words = paragraphs(500, 0)
  .nullish()
  .transform((value) => value || null)
const optionalId = id.nullish().transform((value) => value ?? null)
const happenedAt = toldInstant
  .nullish()
  .transform((value) => value ?? null)
  .meta({ description: 'When it happened, if the phone was offline: at most 24 hours ago' })

export const nothing = z.object({})
export const byCode = z.object({ code: line(200) })
export const byId = z.object({ id })
export const byVillage = z.object({ villageId: z.string().regex(/^\d{12}$/) })
export const bySubject = z.object({ subjectId: id })

// Ratings

export const rateBody = z.object({
  plateCode: line(200),
  // Judged by the action, which refuses with a sentence of its own.
  stars: z.unknown().meta({ type: 'integer', minimum: 1, maximum: 5 }),
  words,
  photoFileId: optionalId,
  occurredAt: happenedAt,
})

const stars = z.object({
  averageTenths: z.int().nullable(),
  count: z.int(),
  distribution: z.array(z.int()).length(5),
})

export const rateAnswer = z.object({
  ratingId: id,
  award: z
    .object({ awardId: id, pointsHundredths: z.int(), state: z.string() })
    .nullable()
    .meta({ description: 'Null when the rule sheet gives nothing for rating' }),
  stars,
})

const fairScore = z
  .object({
    scoreHundredths: z.int(),
    lowHundredths: z.int(),
    highHundredths: z.int(),
    ratings: z.int(),
  })
  .nullable()
  .meta({
    description:
      'In hundredths of a star, with how severe each rater is allowed for; the true value lies ' +
      'between low and high in 95 of 100 cases. Null before the first fit',
  })

const sentence = z.string()

export const ownStyleAnswer = z.object({
  ratings: z.int(),
  severityHundredths: z.int().nullable().meta({
    description:
      'Positive: gives fewer stars than others; null: too few ratings, or scores do not allow for it',
  }),
  consistencyPermille: z.int().nullable(),
  sentences: z.array(sentence),
})

export const ratingEvidenceAnswer = z.object({
  fittedAt: z.iso.datetime().nullable(),
  ratings: z.int(),
  usesModel: z.boolean().meta({
    description:
      'False where neither ratings nor spot checks show that the model is nearer than the plain mean',
  }),
  rings: z.array(
    z.object({ sentence, members: z.array(z.string().nullable()), subjects: z.array(z.string()) }),
  ),
  flagged: z.array(z.object({ name: z.string().nullable(), ratings: z.int(), sentence })),
})

const subjectKind = z.enum(['plot', 'yard', 'house', 'flock', 'post', 'shop'])

export const myRatings = pageOf(
  z.object({
    ratingId: id,
    subjectId: id,
    label: z.string(),
    kind: subjectKind.nullable(),
    stars: z.int(),
    words: z.string().nullable(),
    photoFileId: id.nullable(),
    ratedOn: z.iso.date(),
    counts: z.boolean().meta({ description: 'False once a later day’s rating took its place' }),
  }),
)

const shownRating = z.object({
  stars: z.int(),
  words: z.string().nullable().meta({ description: 'For people of the village; else null' }),
  photoFileId: id.nullable().meta({ description: 'For people of the village; else null' }),
  ratedOn: z.iso.date(),
})

export const plateAnswer = z.object({
  code: z.string(),
  villageId: z.string(),
  villageName: z.string(),
  subject: z.object({
    subjectId: id,
    kind: subjectKind,
    label: z.string(),
    groupNo: z.int().nullable(),
    groupName: z.string().nullable(),
    story: z.string(),
    photo: z.object({ fileId: id, width: z.int(), height: z.int() }).nullable(),
    keeper: z.string().nullable().meta({ description: 'Masked unless the keeper consented' }),
    isMine: z.boolean(),
    mayWriteStory: z.boolean().meta({ description: 'Give it its story and its photo' }),
  }),
  stars,
  fairScore,
  myRating: shownRating.nullable(),
  canRate: permissionView,
  recent: z.array(shownRating),
  post: z
    .object({
      upcoming: z.array(
        z.object({
          shiftId: id,
          activityId: id,
          title: z.string(),
          startsAt: instant,
          endsAt: instant,
          quota: z.int(),
          taken: z.int(),
        }),
      ),
    })
    .optional(),
})

// Activities

export const proposalBody = z.object({
  title: line(60, 2),
  description: paragraphs(2000, 0),
  place: line(100),
  itemRef: mark(100),
  startsAt: toldInstant,
  endsAt: toldInstant,
  signUpClosesAt: toldInstant,
  leaderId: optionalId,
  shifts: z
    .array(
      z.object({
        postSubjectId: optionalId,
        startsAt: toldInstant,
        endsAt: toldInstant,
        quota: z.int().min(1).max(500),
        circumstances: z
          .array(mark(64))
          .max(10)
          .default([])
          .meta({ description: 'Circumstances of the item that hold for the whole shift' }),
      }),
    )
    .min(1)
    .max(500),
})

export const decisionBody = z.object({
  decision: z.enum(['approve', 'send_back', 'refuse']),
  words,
})
export const cancelBody = z.object({ reason: paragraphs(500) })

export const proposedAnswer = z.object({ activityId: id })
const activityState = z.enum([
  'proposed',
  'sent_back',
  'refused',
  'approved',
  'closed',
  'cancelled',
])
export const decidedAnswer = z.object({ state: activityState })
export const closedAnswer = z.object({ awards: z.int(), pointsHundredths: z.int() })

export const activityScope = z.enum(['upcoming', 'mine', 'past', 'proposed']).default('upcoming')
export const activitySort = z.enum(['startsAt', '-startsAt', 'title', '-title'])

const pointsPreview = z
  .object({ pointsHundredths: z.int(), minutes: z.int().nullable() })
  .nullable()
  .meta({ description: 'For one shift (the longest), before anyone’s score and before caps' })

const activityHead = {
  activityId: id,
  title: z.string(),
  place: z.string(),
  startsAt: instant,
  endsAt: instant,
  state: activityState,
  itemName: z.string(),
  pointsPreview,
}

export const activityPage = listOf(
  z.object({
    ...activityHead,
    spots: z.object({ quota: z.int(), taken: z.int() }),
    mine: z.enum(['signed_up', 'waiting', 'leading']).nullable(),
  }),
)

const attendance = z.object({
  attendanceId: id,
  checkedInAt: instant,
  checkedInBy: z.enum(['code', 'leader']),
  sentLate: z.boolean(),
  checkedOutAt: instant.nullable(),
  checkedOutBy: z.enum(['code', 'leader', 'clock']).nullable(),
  minutes: z.int().nullable(),
  leaderScore: z.int().nullable(),
})

export const signUpState = z.enum(['confirmed', 'waiting'])

export const activityAnswer = z.object({
  ...activityHead,
  description: z.string(),
  itemRef: z.string(),
  signUpClosesAt: instant,
  leaderId: id,
  leaderName: z.string().nullable(),
  initiatorName: z.string().nullable(),
  decision: z.object({ decidedAt: instant, words: z.string().nullable() }).nullable(),
  may: z.object({
    decide: z.boolean(),
    resubmit: z.boolean(),
    cancel: z.boolean(),
    lead: z.boolean(),
    close: z.boolean(),
  }),
  shifts: z.array(
    z.object({
      shiftId: id,
      postSubjectId: id.nullable(),
      postLabel: z.string().nullable(),
      circumstances: z
        .array(z.object({ code: z.string(), name: z.string() }))
        .meta({ description: 'What holds for the whole shift, as it was proposed' }),
      startsAt: instant,
      endsAt: instant,
      quota: z.int(),
      taken: z.int(),
      waiting: z.int(),
      mine: z
        .object({
          state: signUpState,
          place: z.int().nullable(),
          attendance: attendance.nullable(),
        })
        .nullable(),
      canSignUp: permissionView,
    }),
  ),
})

// Shifts

export const signUpAnswer = z.object({ state: signUpState, place: z.int().nullable() })

export const presenceBody = z.object({
  code: line(300, 0)
    .nullish()
    .transform((value) => (value ? readDigitCode(value) || value : null))
    .meta({ description: 'The six digits shown at the post' }),
  personId: optionalId.meta({ description: 'Whom the leader checks in or out' }),
  occurredAt: happenedAt,
  confirmsShort: z
    .boolean()
    .default(false)
    .meta({ description: 'Checks out after less than a tenth of the shift, and means it' }),
})

const reason = paragraphs(500)

export const correctionBody = z.object({
  presence: z
    .object({ checkedInAt: instant, checkedOutAt: instant.nullable() })
    .nullable()
    .meta({ description: 'When the person came and left; null when they were not there' }),
  reason,
})

export const walkInBody = z.union([
  z.object({ personId: id }),
  z.object({ name: line(40), groupNo: z.int().min(0).max(99) }),
])

export const presencesBody = z.object({
  way: z.enum(['check_in', 'check_out']),
  personIds: z.array(id).min(1).max(100),
  confirmsShort: z.boolean().default(false),
})

export const presencesAnswer = z.object({
  entered: z.int(),
  leftOut: z.array(z.object({ personId: id, code: z.string(), sentence: z.string() })),
})

export const shiftScoreBody = z.object({ score: z.int().min(1).max(5) })
export const shiftScoreAnswer = z.object({ scored: z.int(), leftOut: z.int() })

export const checkInAnswer = z.object({ attendanceId: id, checkedInAt: instant })
export const checkOutAnswer = z.object({ checkedOutAt: instant, minutes: z.int() })

export const scoreBody = z.object({ score: z.int().min(1).max(5), words })

const myShift = z.object({
  shiftId: id,
  activityId: id,
  title: z.string(),
  place: z.string(),
  postLabel: z.string().nullable(),
  startsAt: instant,
  endsAt: instant,
  state: signUpState,
  checkIn: z.object({ opensAt: instant, closesAt: instant, isOpen: z.boolean() }),
  attendance: attendance.nullable(),
})

export const myShiftsAnswer = z.object({
  now: z.array(myShift),
  upcoming: z.array(myShift),
  past: pageOf(myShift),
})
