import { z } from 'zod'
import { permissionView } from '../../../platform/http/permission.ts'
import { awardState, day, instant, pointsHundredths, uuid } from '../ground/shapes.ts'
import { repairView } from '../repairs/index.ts'
import { awardView } from '../awards/index.ts'

export const objectionState = z.enum(['open', 'upheld', 'refused'])
export const answeringOffice = z.enum(['committee', 'overseers']).meta({
  description:
    'Overseers (supervisors, town) where fewer than three households of the committee are left',
})
const phase = z.enum(['notice', 'appeal']).meta({ description: 'Before or after it was final' })
const person = z.object({ personId: uuid, name: z.string() })

export const objectionView = z
  .object({
    objectionId: uuid,
    state: objectionState,
    phase,
    channel: z.enum(['app', 'oral', 'written']),
    objector: person.nullable().meta({ description: 'Null for who may not know whose it is' }),
    enteredBy: person.nullable(),
    isMine: z.boolean(),
    words: z.string().nullable(),
    raisedAt: instant,
    dueOn: day.meta({ description: 'The last day for the answer' }),
    holidaysKnown: z.boolean(),
    isOverdue: z.boolean(),
    award: z.object({
      awardId: uuid,
      itemRef: z.string(),
      itemName: z.string(),
      personName: z.string().meta({ description: 'Masked for other villagers' }),
      occurredOn: day.nullable(),
      pointsHundredths,
      state: awardState,
      mayOpen: z.boolean(),
    }),
    facts: z
      .object({
        ruleSheetId: uuid,
        quantity: z.int(),
        unit: z.string().nullable(),
        leaderScore: z.int().nullable(),
      })
      .nullable()
      .meta({ description: 'What the award rests on, for those who may correct it' }),
    answeredBy: answeringOffice.nullable().meta({ description: 'Null once answered' }),
    answer: z
      .object({
        outcome: z.enum(['upheld', 'refused']),
        at: instant,
        reasons: z.string().nullable(),
        newAwardId: uuid.nullable(),
        newPointsHundredths: pointsHundredths.nullable(),
        newState: awardState.nullable(),
      })
      .nullable(),
    canAnswer: permissionView,
  })
  .meta({ id: 'ObjectionView' })

const newState = z
  .enum(['scored', 'final'])
  .nullable()
  .meta({ description: 'Final at once where the award was final; scored where it goes on notice' })

/** What an answer did. */
export const awardEffect = z.object({
  newAwardId: uuid.nullable(),
  newPointsHundredths: pointsHundredths.nullable(),
  newState,
  honourHundredths: pointsHundredths.meta({ description: 'What honour changed by at once' }),
})

/** What upholding would do: old points, new points, honour. */
export const foreseenAnswer = z
  .object({
    pointsHundredths,
    newPointsHundredths: pointsHundredths.nullable(),
    newState,
    honourHundredths: pointsHundredths,
  })
  .meta({ id: 'ForeseenAnswer' })

/** An award with what was said against it and whether the reader can object. */
export const disputableAwardView = awardView
  .extend({
    isDisputed: z.boolean(),
    objections: z.array(
      z.object({
        objectionId: uuid,
        state: objectionState,
        isMine: z.boolean(),
        raisedAt: instant,
        dueOn: day,
        answeredAt: instant.nullable(),
        reasons: z.string().nullable(),
        newAwardId: uuid.nullable(),
      }),
    ),
    corrects: z.object({ awardId: uuid, objectionId: uuid.nullable() }).nullable().meta({
      description:
        'The award that this one took the place of; without an objection when a report of the post ended otherwise',
    }),
    correctedBy: z
      .object({ awardId: uuid, objectionId: uuid.nullable(), pointsHundredths })
      .nullable()
      .meta({ description: 'The award that took the place of this one' }),
    canObject: permissionView.extend({ until: day.nullable() }),
    repair: repairView,
  })
  .meta({ id: 'AwardPage' })

/** A line of a notice that one can object to. */
export const noticedAward = z
  .object({
    awardId: uuid,
    no: z
      .int()
      .nullable()
      .meta({ description: 'Of its line on the notice; null: in none by name' }),
    occurredOn: day.nullable().meta({ description: 'Null where the notice tells no day' }),
    groupName: z.string(),
    headMasked: z.string(),
    itemName: z.string(),
    pointsHundredths,
    isOwnHousehold: z.boolean(),
    isDisputed: z.boolean(),
    canObject: permissionView,
  })
  .meta({ id: 'NoticedAward' })

export type ObjectionView = z.input<typeof objectionView>
export type DisputableAwardView = z.input<typeof disputableAwardView>
export type NoticedAwardView = z.input<typeof noticedAward>
