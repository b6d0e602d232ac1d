import { z } from 'zod'

/** A household's leaving that a cadre entered from paper. */
export const waitingLeave = z.object({
  enteredAt: z.string(),
  takesEffectAt: z.string().meta({ description: 'By itself, unless it is turned down before' }),
  givenByName: z.string().nullable(),
  recordedByName: z.string().nullable(),
  mayConfirm: z.boolean(),
  mayDrop: z.boolean(),
})

/** Who is entered in the reader's household, and that a cadre entered that it leaves. */
export const ownHousehold = z.object({
  people: z.array(z.object({ personId: z.string(), name: z.string(), isHead: z.boolean() })),
  leaving: waitingLeave.nullable(),
})
