import type { FastifyInstance } from 'fastify'
import { command } from '../../../platform/http/route.ts'
import { disputeTurn } from '../objections/dispute-turn.ts'
import type { BenefitsParts } from '../parts.ts'
import {
  answerTurnBody,
  byId,
  disputeTurnAnswer,
  disputeTurnBody,
  enterClaimAnswer,
  enterClaimBody,
  nothing,
  withdrawClaimBody,
} from '../schema.ts'
import { answerTurn } from '../turns/answer-turn.ts'
import { enterClaim, withdrawClaim } from './enter-claim.ts'

const tag = 'benefits'

export function registerClaimRoutes(http: FastifyInstance, parts: BenefitsParts): void {
  command(
    http,
    {
      url: '/api/offers/:id/claim',
      access: ['villager'],
      summary:
        'Claim for my household, or for me as the offer says, or change the claim; a cadre also for somebody',
      tag,
      params: byId,
      body: enterClaimBody,
      answer: enterClaimAnswer,
    },
    ({ actor, key, params, body }) =>
      enterClaim(parts, actor, key, { offerId: params.id, ...body }),
  )
  command(
    http,
    {
      url: '/api/offers/:id/claim/withdraw',
      access: ['villager'],
      summary: 'Take the claim back before claims close',
      tag,
      params: byId,
      body: withdrawClaimBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      withdrawClaim(parts, actor, key, { offerId: params.id, ...body }),
  )
  command(
    http,
    {
      url: '/api/offers/:id/turn',
      access: ['villager'],
      summary:
        'Take what I or my household was called for, less of it, or nothing; a cadre also for somebody',
      tag,
      params: byId,
      body: answerTurnBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      answerTurn(parts, actor, key, { offerId: params.id, ...body }),
  )
  command(
    http,
    {
      url: '/api/offers/:id/objections',
      access: ['villager'],
      summary: 'Object to what came to another place of the queue',
      tag,
      params: byId,
      body: disputeTurnBody,
      answer: disputeTurnAnswer,
    },
    ({ actor, key, params, body }) =>
      disputeTurn(parts, actor, key, { offerId: params.id, ...body }),
  )
}
