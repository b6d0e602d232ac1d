import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { query } from '../../../platform/http/route.ts'
import { readTrace, readTracePhoto } from './read-trace.ts'
import type { TraceParts } from './parts.ts'
import { packParams, photoParams, traceAnswer } from './schema.ts'

export function registerTraceRoutes(http: FastifyInstance, parts: TraceParts): void {
  query(
    http,
    {
      url: '/api/villages/:villageId/packs/:number',
      access: 'public',
      summary: 'What is in a pack: plots, what was put there, tests, harvest and packing',
      tag: 'trace',
      params: packParams,
      answer: traceAnswer,
    },
    ({ params: { villageId, number }, language }) => readTrace(parts, villageId, number, language),
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/packs/:number/photos/:fileId',
      access: 'public',
      summary: 'A picture that the trace of a pack shows to everybody',
      tag: 'trace',
      params: photoParams,
      answer: z.unknown(),
    },
    async ({ params: { villageId, number, fileId }, reply }) => {
      const photo = await readTracePhoto(parts, villageId, number, fileId)
      reply.type(photo.mediaType)
      return photo.content
    },
  )
  // Labels are printed once: they carry this short address, whatever the application's pages are called.
  http.get<{ Params: { villageId: string; number: string } }>(
    '/t/:villageId/:number',
    { schema: { hide: true } },
    ({ params: { villageId, number } }, reply) =>
      reply.redirect(`/#/t/${encodeURIComponent(villageId)}/${encodeURIComponent(number)}`),
  )
}
