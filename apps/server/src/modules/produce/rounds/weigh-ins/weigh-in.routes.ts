import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../../platform/http/route.ts'
import type { RoundParts } from '../parts.ts'
import { growers, weighers, weighInJudges } from '../policy.ts'
import {
  byId,
  decideBody,
  disputeAnswer,
  disputeBody,
  disputedAnswer,
  nothing,
  weighInAnswer,
  weighInBody,
} from '../schema.ts'
import { decideWeighIn } from './decide-weigh-in.ts'
import { disputeWeighIn } from './dispute-weigh-in.ts'
import { enterWeighIn } from './enter-weigh-in.ts'
import { readDisputed } from './read-weigh-ins.ts'

const tag = 'rounds'

export function registerWeighInRoutes(http: FastifyInstance, parts: RoundParts): void {
  command(
    http,
    {
      url: '/api/rounds/:id/weigh-ins',
      access: weighers,
      summary: 'Weigh in what a grower brings: taken, or refused with a reason',
      tag,
      params: byId,
      body: weighInBody,
      answer: weighInAnswer,
    },
    ({ actor, key, params, body }) =>
      enterWeighIn(parts, actor, key, { ...body, roundId: params.id }),
  )
  command(
    http,
    {
      url: '/api/weigh-ins/:id/dispute',
      access: [...growers, ...weighers],
      summary: 'Doubt a weigh-in',
      tag,
      params: byId,
      body: disputeBody,
      answer: disputeAnswer,
    },
    ({ actor, key, params, body }) =>
      disputeWeighIn(parts, actor, key, { ...body, weighInId: params.id }),
  )
  query(
    http,
    {
      url: '/api/disputed-weigh-ins',
      access: weighInJudges,
      summary: 'Doubted weigh-ins that nobody has decided',
      tag,
      answer: disputedAnswer,
    },
    ({ actor, language }) => readDisputed(parts, actor, language),
  )
  command(
    http,
    {
      url: '/api/weigh-ins/:id/decide',
      access: weighInJudges,
      summary: 'Decide on a doubted weigh-in',
      tag,
      params: byId,
      body: decideBody,
      answer: nothing,
    },
    ({ actor, key, params, body }) =>
      decideWeighIn(parts, actor, key, { ...body, weighInId: params.id }),
  )
}
