import { z } from 'zod'
import { permissionView } from '../../../platform/http/permission.ts'
import { paragraphs } from '../../../platform/http/text.ts'

const id = z.uuid()
const instant = z.iso.datetime()
const kind = z.enum(['shift', 'plot', 'yard'])
const permille = z.int().min(1).max(1000)

export const announceBody = z.object({
  kinds: z.array(kind).min(1).max(3),
  ratePermille: permille.meta({ description: 'Share of the candidates that is checked' }),
  randomPermille: permille
    .default(500)
    .meta({ description: 'Share of the checks that goes by lot alone' }),
})
export const announcedAnswer = z.object({ drawId: id, candidates: z.int() })

export const scoreSpotCheckBody = z.object({
  score: z.int().min(1).max(5),
  words: paragraphs(500, 0)
    .nullish()
    .transform((value) => value || null),
  photoFileId: id.nullish().transform((value) => value ?? null),
})

const place = {
  kind: z.enum(['shift', 'plot', 'yard', 'house', 'flock', 'post', 'shop']),
  label: z.string(),
  place: z.string().nullable(),
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
}

const found = {
  opensAt: instant,
  dueAt: instant,
  state: z.enum(['open', 'made', 'lapsed']),
  score: z.int().nullable(),
  words: z.string().nullable(),
  photoFileId: id.nullable(),
  checkedAt: instant.nullable(),
}

const drawHead = {
  drawId: id,
  announcedAt: instant,
  kinds: z.array(kind),
  ratePermille: z.int(),
  randomPermille: z.int(),
  candidateCount: z.int(),
  drawnAt: instant.nullable().meta({ description: 'Null until the checkpoint fixes the lots' }),
  drawn: z.int(),
  made: z.int(),
  lapsed: z.int().meta({ description: 'Not made in time' }),
}

export const drawsAnswer = z.object({ items: z.array(z.object(drawHead)) })

export const drawAnswer = z.object({
  ...drawHead,
  name: z.string().meta({ description: 'As the log names it' }),
  listHash: z.string(),
  checkpoint: z.string().nullable(),
  seed: z.string().nullable().meta({ description: 'SHA-256 of the checkpoint' }),
  candidates: z.array(
    z.object({
      candidate: z.string(),
      ...place,
      priority: z.int(),
      reasons: z.array(z.enum(['ring', 'wide_interval', 'disagreement', 'stake'])),
    }),
  ),
  checks: z.array(
    z.object({
      checkId: id,
      candidate: z.string(),
      drawnBy: z.enum(['lot', 'priority']),
      ...place,
      ...found,
    }),
  ),
})

const check = { checkId: id, ...place, ...found }

export const openChecksAnswer = z.object({
  items: z.array(z.object({ ...check, canCheck: permissionView })),
  made: z.array(z.object(check)),
})

export const checkAnswer = z.object({
  ...check,
  drawId: id,
  canCheck: permissionView,
  leaderScores: z
    .array(z.object({ name: z.string().nullable(), score: z.int().nullable() }))
    .nullable()
    .meta({ description: 'Null until the check is made, and for plots and yards' }),
})
