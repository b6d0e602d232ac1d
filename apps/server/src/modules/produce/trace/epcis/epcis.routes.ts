import type { FastifyInstance, FastifyReply } from 'fastify'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { pageQuery } from '../../../../platform/http/cursor.ts'
import { query } from '../../../../platform/http/route.ts'
import { packReaders } from '../../lots/index.ts'
import type { TraceParts } from '../parts.ts'
import { packParams } from '../schema.ts'
import { readEpcisEvents, readPackEvents } from './read-epcis.ts'

const MOST_A_PAGE = 10_000
const MEDIA_TYPE = 'application/ld+json'
const tag = 'epcis'
const LONG_AGO = '2000-01-01T00:00:00Z'
const NEVER = '9999-01-01T00:00:00Z'

/** The REST binding of EPCIS 2.0 as far as a village needs it. */
export function registerEpcisRoutes(http: FastifyInstance, parts: TraceParts): void {
  query(
    http,
    {
      url: '/api/epcis/events',
      access: packReaders,
      perMinute: 30,
      summary: 'What happened to lots and packs, as EPCIS 2.0; pages follow by the Link header',
      tag,
      query: z.object({
        GE_eventTime: z.iso.datetime({ offset: true }).default(LONG_AGO),
        LT_eventTime: z.iso.datetime({ offset: true }).default(NEVER),
        perPage: z.coerce.number().int().min(1).max(MOST_A_PAGE).default(30),
        nextPageToken: pageQuery.cursor,
      }),
      answer: z.unknown().meta({ description: MEDIA_TYPE }),
    },
    async ({ actor, query: asked, reply }) => {
      const { perPage, nextPageToken } = asked
      const span = { from: new Date(asked.GE_eventTime), before: new Date(asked.LT_eventTime) }
      const events = await readEpcisEvents(parts, actor, { ...span, perPage, nextPageToken })
      if (events.next !== null)
        reply.header('link', `<${nextPage({ ...asked, nextPageToken: events.next })}>; rel="next"`)
      tellVersion(reply)
      return Readable.from(events.text)
    },
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/packs/:number/epcis',
      access: 'public',
      perMinute: 60,
      summary: 'What a pack went through, as EPCIS 2.0',
      tag,
      params: packParams,
      answer: z.unknown().meta({ description: MEDIA_TYPE }),
    },
    async ({ params: { villageId, number }, reply }) => {
      const document = await readPackEvents(parts, villageId, number)
      tellVersion(reply)
      return JSON.stringify(document)
    },
  )
}

function tellVersion(reply: FastifyReply): void {
  reply.type(MEDIA_TYPE).header('GS1-EPCIS-Version', '2.0.0').header('GS1-CBV-Version', '2.0.0')
}

function nextPage(asked: Readonly<Record<string, string | number>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) query.set(name, String(value))
  return `/api/epcis/events?${query.toString()}`
}
