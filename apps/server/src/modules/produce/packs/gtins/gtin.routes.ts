import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import { packReaders } from '../../lots/index.ts'
import type { PackParts } from '../parts.ts'
import { gtinKeepers } from '../policy.ts'
import { byId, gtinAnswer, gtinBody, gtinsAnswer, nothing, prefixBody } from '../schema.ts'
import { endGtin } from './end-gtin.ts'
import { enterGtin } from './enter-gtin.ts'
import { enterPrefix } from './enter-prefix.ts'
import { readGtins } from './read-gtins.ts'

const tag = 'packs'

export function registerGtinRoutes(http: FastifyInstance, parts: PackParts): void {
  query(
    http,
    {
      url: '/api/gtins',
      access: packReaders,
      summary: 'The village’s company prefix, and the GTINs of its packs',
      tag,
      answer: gtinsAnswer,
    },
    ({ actor }) => readGtins(parts, actor),
  )
  command(
    http,
    {
      url: '/api/gtins/prefix',
      access: gtinKeepers,
      summary: 'Enter the company prefix that GS1 gave the village',
      tag,
      body: prefixBody,
      answer: nothing,
    },
    ({ actor, key, body }) => enterPrefix(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/gtins',
      access: gtinKeepers,
      summary: 'Enter a GTIN for packs of one crop and net weight',
      tag,
      body: gtinBody,
      answer: gtinAnswer,
    },
    ({ actor, key, body }) => enterGtin(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/gtins/:id/end',
      access: gtinKeepers,
      summary: 'End a GTIN; labels that were printed lead to their packs for good',
      tag,
      params: byId,
      answer: nothing,
    },
    ({ actor, key, params }) => endGtin(parts, actor, key, { tradeItemId: params.id }),
  )
}
