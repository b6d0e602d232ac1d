import { z } from 'zod'
import { roles } from '../../../platform/actor.ts'

export const departures = ['died', 'moved_away'] as const
/** What a keeper proposes for somebody; coming to live with others is proposed by moving them. */
export const proposedRemovals = ['erased', ...departures] as const
export const removals = [...proposedRemovals, 'moved_in'] as const

export const waitingRemoval = z.object({
  removal: z.enum(removals),
  to: z
    .object({ householdId: z.string(), groupName: z.string(), houseNo: z.string() })
    .nullable()
    .meta({ description: 'Where the person would live; of moved_in only' }),
  reason: z.string(),
  proposedAt: z.string(),
  proposedByName: z.string().nullable(),
  isOwn: z.boolean().meta({ description: 'The reader proposed it' }),
  mayConfirm: z.boolean(),
  mayDrop: z.boolean(),
})

export const waitingRemovalOf = waitingRemoval.extend({
  personId: z.string(),
  name: z.string().nullable(),
  groupName: z.string(),
  houseNo: z.string(),
  roles: z.array(z.enum(roles)),
})

export const personView = z.object({
  personId: z.string(),
  name: z.string(),
  phoneMasked: z.string().nullable(),
  idLast4: z.string().nullable(),
  birthYear: z.int().nullable(),
  roles: z.array(z.enum(roles)),
  isHead: z.boolean(),
  isOwnHousehold: z
    .boolean()
    .meta({ description: 'The reader lives there and may change nothing' }),
  departedAs: z.enum(departures).nullable(),
  departedAt: z.string().nullable(),
  household: z.object({
    householdId: z.string(),
    groupNo: z.int(),
    groupName: z.string(),
    houseNo: z.string(),
    joined: z.boolean(),
  }),
  removal: waitingRemoval.nullable(),
})
