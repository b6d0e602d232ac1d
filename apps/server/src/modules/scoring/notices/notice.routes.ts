import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { listOf, listQuery } from '../../../platform/http/cursor.ts'
import { command, query } from '../../../platform/http/route.ts'
import { instant, uuid } from '../ground/shapes.ts'
import type { ScoringParts } from '../rules/index.ts'
import { publishNotice } from './publish-notice.ts'
import { readNotice, readNotices } from './read-notices.ts'

const villageId = z.string().regex(/^\d{12}$/)

const noticeHead = {
  noticeId: uuid,
  serial: z.string().meta({ description: 'Its number in its year, as on paper: 2026-017' }),
  publishedAt: instant,
  endsAt: instant.meta({ description: 'The first instant after the last day on notice' }),
  publishedOn: z.string(),
  lastDay: z.string().meta({ description: 'The last civil day on notice, as on paper' }),
  hash: z.string().meta({ description: 'SHA-256 of the canonical list of awards, hexadecimal' }),
}

const noticeLine = z.object({
  no: z.int(),
  groupName: z.string(),
  headMasked: z.string(),
  plusHundredths: z.int(),
  minusHundredths: z.int(),
  totalHundredths: z.int().nullable(),
  summary: z.string().meta({ description: 'The items, with the days of the deeds' }),
  disputed: z.int().meta({ description: 'How many of its awards are objected to now' }),
  corrected: z.int().meta({ description: 'How many were taken back since' }),
  correctedOn: z
    .array(z.object({ noticeId: uuid, serial: z.string() }))
    .meta({ description: 'The notices that hold what took their place' }),
})

export function registerNoticeRoutes(http: FastifyInstance, parts: ScoringParts): void {
  command(
    http,
    {
      url: '/api/notices',
      access: ['committee'],
      summary: 'Publish awards that wait for it: the chosen ones, or all',
      tag: 'scoring',
      body: z.object({ awardIds: z.array(uuid).min(1).max(1000).optional() }),
      answer: z.object({
        noticeId: uuid,
        serial: z.string(),
        awards: z.int(),
        leftOut: z.int().meta({ description: "Awards of the publisher's own household" }),
        endsAt: instant,
        lastDay: z.string(),
      }),
    },
    ({ actor, body, key }) =>
      publishNotice(
        parts,
        actor,
        key,
        body.awardIds === undefined ? {} : { awardIds: body.awardIds },
      ),
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/notices',
      access: 'public',
      summary: "A village's notices",
      tag: 'scoring',
      params: z.object({ villageId }),
      query: z.object(listQuery(['publishedAt', 'endsAt', 'awards'], '-publishedAt')),
      answer: listOf(z.object({ ...noticeHead, awards: z.int() })),
    },
    ({ params, query: page }) => readNotices(parts, params.villageId, page),
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/notices/:id',
      access: 'public',
      summary: 'A notice, one line a household, names masked',
      tag: 'scoring',
      params: z.object({ villageId, id: uuid }),
      answer: z.object({
        ...noticeHead,
        villageName: z.string(),
        townName: z.string(),
        objectionPhone: z.string().nullable().meta({ description: 'Whom to call about it' }),
        rows: z.array(noticeLine),
      }),
    },
    ({ params, language }) => readNotice(parts, params.villageId, params.id, language),
  )
}
