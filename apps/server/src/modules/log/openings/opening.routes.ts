import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { day } from '../../../platform/http/day.ts'
import { paragraphs } from '../../../platform/http/text.ts'
import { pageQuery } from '../../../platform/http/cursor.ts'
import { command, query } from '../../../platform/http/route.ts'
import type { OpeningParts } from '../parts.ts'
import { openedPage, openingView } from '../schema.ts'
import { decideOpening, endOpening } from './decide-opening.ts'
import { proposeOpening } from './propose-opening.ts'
import { readOpened, readOpenings } from './read-openings.ts'

const nothing = z.object({})
const params = z.object({ openingId: z.uuid() })
const proposal = z.object({
  auditorId: z.uuid(),
  kinds: z
    .array(z.string().regex(/^[a-z][a-z-]{1,30}$/))
    .min(1)
    .max(30)
    .meta({ description: "First words of the records' kinds: 'award', 'rating'" }),
  fromDay: day,
  throughDay: day,
  validDays: z.int().min(1).max(31),
  reason: paragraphs(500, 5),
})

/** How an auditor comes to open sealed parts: two of the committee, for a stated time. */
export function registerOpeningRoutes(http: FastifyInstance, parts: OpeningParts): void {
  registerReading(http, parts)
  command(
    http,
    {
      url: '/api/openings',
      access: ['committee'],
      summary: 'Propose to let an auditor open sealed parts of records',
      tag: 'log',
      body: proposal,
      answer: z.object({ openingId: z.string() }),
    },
    ({ actor, key, body }) => proposeOpening(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/openings/:openingId/decision',
      access: ['committee'],
      summary: 'Grant or refuse what another member of the committee proposed',
      tag: 'log',
      params,
      body: z.object({ decision: z.enum(['granted', 'refused']) }),
      answer: nothing,
    },
    ({ actor, key, params: { openingId }, body: { decision } }) =>
      decideOpening(parts, actor, key, { openingId, decision }),
  )
  command(
    http,
    {
      url: '/api/openings/:openingId/end',
      access: ['committee', 'auditor'],
      summary: 'End an opening before its time',
      tag: 'log',
      params,
      answer: nothing,
    },
    ({ actor, key, params }) => endOpening(parts, actor, key, params),
  )
}

function registerReading(http: FastifyInstance, parts: OpeningParts): void {
  query(
    http,
    {
      url: '/api/openings',
      access: ['committee', 'supervisor', 'auditor'],
      summary: 'Who may open sealed parts, of what, until when; an auditor sees the own ones',
      tag: 'log',
      answer: z.object({ items: z.array(openingView) }),
    },
    ({ actor }) => readOpenings(parts, actor),
  )
  query(
    http,
    {
      url: '/api/openings/:openingId/records',
      access: ['auditor'],
      summary: 'Salt and payload of what the opening allows, a stretch of the log at a time',
      tag: 'log',
      params,
      query: z.object({ cursor: pageQuery.cursor }),
      answer: openedPage,
    },
    async ({ actor, params: { openingId }, query: { cursor } }) => {
      return readOpened(parts, actor, openingId, cursor)
    },
  )
}
