import { z } from 'zod'
import type { Contributions } from '../../platform/contributions.ts'

const instant = z.string().meta({ description: 'ISO 8601, UTC' })

export const homeAnswer = ({ homeShape, waitingKinds, newsKinds }: Contributions) =>
  z
    .object({
      ...homeShape,
      waiting: z.array(
        z.object({
          kind: z.enum(waitingKinds),
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
          kind: z.enum(newsKinds),
          id: z.string(),
          title: z.string().nullable(),
          at: instant,
        }),
      ),
    })
    .meta({ id: 'Home' })

export const inboxAnswer = ({ inboxKinds, setUpSteps }: Contributions) =>
  z
    .object({
      items: z.array(
        z.object({
          kind: z.enum(inboxKinds),
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

export const dataBank = ({ dataBankShape }: Contributions) =>
  z.object({ generatedAt: instant, ...dataBankShape }).meta({ id: 'DataBank' })
