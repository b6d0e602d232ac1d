import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../platform/http/route.ts'
import { bringLot } from './bring-lot.ts'
import type { LotParts } from './parts.ts'
import { packers, packReaders } from './policy.ts'
import { readLots } from './read-lots.ts'
import { bringLotBody, lotsAnswer, openedLot } from './schema.ts'

const tag = 'packs'

export function registerLotRoutes(http: FastifyInstance, parts: LotParts): void {
  query(
    http,
    {
      url: '/api/harvest-lots',
      access: packReaders,
      summary: 'Harvest lots, the latest first, and harvests that may be weighed',
      tag,
      answer: lotsAnswer,
    },
    ({ actor }) => readLots(parts, actor),
  )
  command(
    http,
    {
      url: '/api/harvest-lots',
      access: packers,
      summary: 'Weigh what a grower brings of a declared harvest',
      tag,
      body: bringLotBody,
      answer: openedLot,
    },
    ({ actor, key, body }) => bringLot(parts, actor, key, body),
  )
}
