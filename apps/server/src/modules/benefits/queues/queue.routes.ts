import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../platform/http/route.ts'
import { decideTurn } from '../objections/decide-turn.ts'
import type { BenefitsParts } from '../parts.ts'
import { queueReaders, turnEnterers, turnJudges } from '../policy.ts'
import {
  byId,
  calledTurnsAnswer,
  decideTurnBody,
  deskAnswer,
  deskQuery,
  deskQueueAnswer,
  inVillage,
  inVillageById,
  nothing,
  publicOffersAnswer,
  publicQueueAnswer,
  queueQuery,
} from '../schema.ts'
import { readCalledTurns } from '../turns/read-called-turns.ts'
import { readDesk, readDeskQueue, readPublicOffers, readPublicQueue } from './read-queue.ts'

const tag = 'benefits'

export function registerQueueRoutes(http: FastifyInstance, parts: BenefitsParts): void {
  registerPublicQueues(http, parts)
  query(
    http,
    {
      url: '/api/offer-desk',
      access: queueReaders,
      summary: 'Drafts and offers of the village, with objections that wait',
      tag,
      query: deskQuery,
      answer: deskAnswer,
    },
    ({ actor, language, query: page }) => readDesk(parts, actor, language, page),
  )
  query(
    http,
    {
      url: '/api/offers/:id/queue',
      access: queueReaders,
      summary: 'An offer with its claims or its queue, with names',
      tag,
      params: byId,
      query: queueQuery,
      answer: deskQueueAnswer,
    },
    ({ actor, language, params, query: page }) =>
      readDeskQueue(parts, actor, language, params.id, page),
  )
  query(
    http,
    {
      url: '/api/called-turns',
      access: turnEnterers,
      summary: 'What waits for an answer of those for whom I may enter one, by its last day',
      tag,
      query: queueQuery,
      answer: calledTurnsAnswer,
    },
    ({ actor, language, query: page }) => readCalledTurns(parts, actor, language, page),
  )
  command(
    http,
    {
      url: '/api/turn-objections/:id/decide',
      access: turnJudges,
      summary: 'Decide on a disputed turn',
      tag,
      params: byId,
      body: decideTurnBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      decideTurn(parts, actor, key, { objectionId: params.id, ...body }),
  )
}

function registerPublicQueues(http: FastifyInstance, parts: BenefitsParts): void {
  query(
    http,
    {
      url: '/api/villages/:villageId/offers',
      access: 'public',
      summary: 'The offers of a village',
      tag,
      params: inVillage,
      query: queueQuery,
      answer: publicOffersAnswer,
    },
    ({ language, params, query: page }) =>
      readPublicOffers(parts, params.villageId, language, page),
  )
  query(
    http,
    {
      url: '/api/villages/:villageId/offers/:id/queue',
      access: 'public',
      summary: 'A queue as it is published, with masked names',
      tag,
      params: inVillageById,
      query: queueQuery,
      answer: publicQueueAnswer,
    },
    ({ language, params, query: page }) =>
      readPublicQueue(parts, params.villageId, language, params.id, page),
  )
}
