import { z } from 'zod'
import { pageOf } from '../../platform/http/cursor.ts'

const instant = z.string().meta({ description: 'ISO 8601, UTC' })

export const logStatus = z
  .object({
    origin: z
      .string()
      .meta({ description: "The log's name, on the first line of its checkpoints" }),
    path: z.string().meta({ description: 'Where it is served, under this host' }),
    vkey: z.string(),
    published: z.object({ size: z.int(), at: instant }).nullable(),
    witnesses: z.array(
      z.object({
        name: z.string(),
        url: z.string().nullable(),
        seenAt: instant.nullable().meta({
          description: 'When it cosigned what is published; null: it did not',
        }),
        absentSince: instant.nullable().meta({
          description: 'Since when it does not answer, asked every 20 seconds; null: it does',
        }),
      }),
    ),
    witnessesNeeded: z.int().meta({ description: 'How many must cosign before it is published' }),
    mergeDelaySeconds: z.int(),
    alarm: z
      .object({ kind: z.enum(['no_quorum', 'fork', 'refused', 'stale']), since: instant })
      .nullable()
      .meta({ description: 'Why nothing new is published' }),
  })
  .meta({ id: 'LogStatus' })

export const logHealth = z
  .object({ ...logStatus.shape, alarmDetail: z.string().nullable() })
  .meta({ id: 'LogHealth' })

/** Where one record stands. */
export const logPlace = z
  .object({
    recordId: z.string().nullable().meta({ description: 'Null: no record of it exists yet' }),
    state: z.enum(['in_log', 'waiting', 'late']).meta({
      description: "'late': older than the merge delay and not in the log",
    }),
    index: z.int().nullable(),
    since: instant.nullable().meta({ description: 'When it was first published' }),
    recordedAt: instant.nullable(),
    entersOn: z.string().nullable().meta({
      description: 'The civil day on which an award that is counted with others of its week enters',
    }),
    witnesses: z.array(z.object({ name: z.string(), seenAt: instant })).meta({
      description: 'Who cosigned the first checkpoint that holds it, or the current one, and when',
    }),
    log: z.string().meta({ description: 'Where the log is served, under this host' }),
  })
  .meta({ id: 'LogPlace' })

export const ownRecordsPage = pageOf(
  z.object({
    recordId: z.string(),
    kind: z.string(),
    recordedAt: instant,
    state: logPlace.shape.state,
    index: z.int().nullable(),
  }),
)

/** What an auditor may open of what stands behind commitments. */
export const openingView = z
  .object({
    openingId: z.string(),
    auditorName: z.string().nullable(),
    isMine: z.boolean(),
    kinds: z.array(z.string()),
    fromDay: z.string(),
    throughDay: z.string(),
    validDays: z.int(),
    reason: z.string(),
    proposedByName: z.string().nullable(),
    isProposedByMe: z.boolean(),
    proposedAt: instant,
    state: z.enum(['proposed', 'granted', 'refused', 'ended']),
    decidedByName: z.string().nullable(),
    decidedAt: instant.nullable(),
    endsAt: instant.nullable(),
  })
  .meta({ id: 'Opening' })

export const openedPage = z
  .object({
    origin: z.string(),
    size: z.int().meta({ description: 'Entries of the published log' }),
    readThrough: z.int().meta({ description: 'Entries looked through so far' }),
    items: z.array(
      z.object({
        index: z.int(),
        parts: z.array(
          z.object({
            part: z.int(),
            salt: z.string().meta({ description: 'Base64' }),
            payload: z.string().meta({ description: 'Canonical JSON, as it was committed to' }),
          }),
        ),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'OpenedPage' })
