import { z } from 'zod'
import { signUpState } from '../../ground/schema.ts'

const id = z.uuid()
const instant = z.iso.datetime()

export const attendanceAnswer = z.object({
  shiftId: id,
  activityId: id,
  title: z.string(),
  startsAt: instant,
  endsAt: instant,
  asksScore: z.boolean().meta({ description: 'Whether a score changes the points of this item' }),
  items: z.array(
    z.object({
      personId: id,
      name: z.string().nullable(),
      state: signUpState,
      attendanceId: id.nullable(),
      checkedInAt: instant.nullable(),
      checkedInBy: z.enum(['code', 'leader']).nullable(),
      sentLate: z.boolean(),
      checkedOutAt: instant.nullable(),
      checkedOutBy: z.enum(['code', 'leader', 'clock']).nullable(),
      minutes: z.int().nullable(),
      leaderScore: z.int().nullable(),
      scoreWords: z.string().nullable(),
      canScore: z.boolean(),
      canCorrect: z.boolean(),
    }),
  ),
})

export const codeAnswer = z.object({
  label: z.string(),
  code: z.string().length(6),
  secondsLeft: z.int(),
  url: z
    .string()
    .nullable()
    .meta({ description: 'What a QR code carries; null: nobody has said where people reach it' }),
  shiftsNow: z.array(
    z.object({
      shiftId: id,
      title: z.string(),
      startsAt: instant,
      endsAt: instant,
      present: z.int(),
      quota: z.int(),
    }),
  ),
})
