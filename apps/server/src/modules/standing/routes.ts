import type { FastifyInstance } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { query } from '../../platform/http/route.ts'
import { readBoard } from './read-board.ts'
import { readOwnRank } from './read-own-rank.ts'
import { boardPage, boardParams, boardQuery, ownRank, ownRankQuery } from './schema.ts'

export interface StandingRouteParts {
  readonly database: Database
  readonly clock: Clock
}

export function registerStandingRoutes(
  http: FastifyInstance,
  { database, clock }: StandingRouteParts,
): void {
  query(
    http,
    {
      url: '/api/villages/:villageId/boards/:board',
      access: 'public',
      summary: 'A board of the village, best first, with masked names',
      tag: 'standing',
      params: boardParams,
      query: boardQuery,
      answer: boardPage,
    },
    ({ actor, params, query: asked, language }) => {
      const question = { ...params, ...asked, cursor: asked.cursor, now: clock.now(), language }
      return database.inVillage(params.villageId, (db) => readBoard(db, actor, question))
    },
  )
  query(
    http,
    {
      url: '/api/me/rank',
      access: ['villager'],
      summary: 'My own place on a board, how it changed since Monday, and who is next',
      tag: 'standing',
      query: ownRankQuery,
      answer: ownRank,
    },
    ({ actor, query: asked }) =>
      database.inVillage(actor.villageId, (db) =>
        readOwnRank(db, actor, { ...asked, now: clock.now() }),
      ),
  )
}
