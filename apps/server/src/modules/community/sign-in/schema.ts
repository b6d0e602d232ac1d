import { z } from 'zod'
import { line } from '../../../platform/http/text.ts'
import { roles } from '../../../platform/actor.ts'

export const villageId = z
  .string()
  .regex(/^\d{12}$/)
  .meta({ description: 'Twelve-digit division code' })

export const phoneText = line(40)

/** A code, or the whole message that it came in. */
export const pastedText = line(300)

const choice = z.object({
  villageId: z.string(),
  villageName: z.string(),
  personId: z.string(),
  personName: z.string(),
})

export const sessionView = z
  .object({
    person: z.object({ personId: z.string(), name: z.string() }),
    village: z.object({
      villageId: z.string(),
      name: z.string(),
      townName: z.string(),
      isDemonstration: z.boolean(),
    }),
    roles: z.array(z.enum(roles)),
    household: z.object({
      householdId: z.string(),
      houseNo: z.string(),
      groupNo: z.int(),
      groupName: z.string(),
      joined: z.boolean(),
    }),
    villages: z.array(z.object({ villageId: z.string(), name: z.string() })),
  })
  .meta({ id: 'SessionView' })

/** `choices` is set while one of several villages is still to be chosen. */
export const sessionAnswer = z.object({
  choices: z.array(choice).nullable(),
  session: sessionView.nullable(),
})

export const codeAnswer = z.object({ sent: z.literal(true), expiresInSeconds: z.int() })
