import { z } from 'zod'
import { roles } from '../../../platform/actor.ts'

const what = z.array(z.enum(['phone', 'identity']))

export const ownSignIn = z.object({
  phoneMasked: z.string().nullable(),
  wechatBoundAt: z
    .string()
    .nullable()
    .meta({ description: 'Since when a WeChat account signs in as me; null: none does' }),
  idLast4: z.string().nullable(),
  waiting: z
    .object({ changeId: z.string(), what, proposedAt: z.string(), reason: z.string() })
    .nullable()
    .meta({ description: 'A change that somebody proposed for me and nobody confirmed yet' }),
})

export const signInChangeRow = z.object({
  changeId: z.string(),
  personId: z.string(),
  name: z.string(),
  groupName: z.string(),
  houseNo: z.string(),
  roles: z.array(z.enum(roles)),
  what,
  phone: z
    .object({ from: z.string(), to: z.string() })
    .nullable()
    .meta({ description: 'From masked, to in full: it is checked by calling it. Empty: none' }),
  passedOnFrom: z.string().nullable().meta({ description: 'Who has the number now' }),
  identity: z.object({ from: z.string(), to: z.string() }).nullable(),
  proposedByName: z.string(),
  proposedAt: z.string(),
  waitsUntil: z.string().meta({ description: 'Nobody confirmed it by then: it lapses' }),
  reason: z.string().meta({ description: 'Empty when a roster file says so' }),
  mayConfirm: z.boolean(),
  mayDecline: z.boolean(),
})

export const decidedChanges = z.object({
  decided: z.int(),
  withoutPhone: z.int().meta({ description: 'Of these people so many cannot read a message' }),
  supervisorsTold: z.int(),
})

export const signInChanges = z.object({ items: z.array(signInChangeRow) })
